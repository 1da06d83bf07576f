import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('reset').applied*.id == ['countries']
assert project.database().query('SELECT count(*) FROM country') == ['0']
