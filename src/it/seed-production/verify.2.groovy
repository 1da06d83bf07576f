import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('seed').error.code == 'environment-protected'
assert project.database().query('SELECT count(*) FROM country') == ['0']
