import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def report = project.report('diff')
assert report.error == null
assert report.steps*.sql == ['ALTER TABLE public.customers RENAME COLUMN mail TO address']
assert !project.text('target/migrate/diff.sql').contains('DROP COLUMN')
