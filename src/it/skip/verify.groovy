import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().count('migrate:status is skipped.') == 1
assert project.log().count('migrate:deploy is skipped.') == 2
assert project.report('status').states == ['pending']
assert !project.has('target/migrate/deploy.json')
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
