import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('status').states == ['pending']
assert project.text('target/migrate/plan.sql').contains('CREATE INDEX CONCURRENTLY')
assert project.report('deploy').applied.size() >= 20
assert project.report('verify').states == ['up-to-date']
assert project.log().contains('[INFO] Database schema is up to date')
