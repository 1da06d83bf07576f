import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('reset').error.code == 'confirm-missing'
assert project.database().query("SELECT count(*) FROM databasechangelog") == ['1']
