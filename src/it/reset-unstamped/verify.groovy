import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('reset').error.code == 'environment-unknown'
assert project.database().query("SELECT to_regclass('country')") == ['country']
assert project.database().query("SELECT goal FROM migrate_run") == ['deploy']
