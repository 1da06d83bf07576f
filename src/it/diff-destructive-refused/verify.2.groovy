import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def report = project.report('diff')
assert report.error == null
assert report.findings.find { it.id == 'data-loss' }.message.contains('the values of column mail of table public.customers')
assert project.text('target/migrate/diff.sql').contains('DROP COLUMN mail')
