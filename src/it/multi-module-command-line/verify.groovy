import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.database().query('SELECT goal FROM migrate_run') == ['deploy']
assert project.json('db/target/migrate/verify.json').states == ['up-to-date']
// After the deploy status looks again.
assert project.json('db/target/migrate/status.json').states == ['up-to-date']
assert project.log().count('Database schema is up to date') == 3
