import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def output = project.text('target/github-output').readLines()
assert output.take(3) == ['state=pending', 'has_pending=true', 'pending_count=2']
assert output.drop(3) == ['state=pending', 'has_pending=true', 'pending_count=1']
def summary = project.text('target/github-summary.md')
assert summary.contains('| ') && summary.contains('orders') && summary.contains('typo')
assert project.log().readLines().any { it.startsWith('::error file=src/main/resources/db/changelog/db.changelog-master.sql,line=7,col=8') }
