import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.database().query('SELECT goal FROM migrate_run') == ['deploy']
assert project.log().count(':deploy (default)') == 1
assert project.has('db/target/migrate/deploy.json')
assert !project.has('target/migrate') && !project.has('app/target/migrate')
