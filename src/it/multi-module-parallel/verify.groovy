import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.database().query('SELECT goal FROM migrate_run') == ['deploy']
assert project.log().count('migrate:deploy: done already in this build.') == 3
