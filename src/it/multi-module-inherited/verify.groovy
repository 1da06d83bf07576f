import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.database().query('SELECT goal FROM migrate_run') == ['deploy']
assert project.log().count('migrate:deploy: this module has no changelog, nothing to do.') == 2
assert project.json('db/target/migrate/deploy.json').states == ['up-to-date']
assert !project.has('target/migrate') && !project.has('app/target/migrate')
