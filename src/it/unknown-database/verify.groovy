import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('deploy').error
assert error.code == 'no-database'
assert error.sqlstate == '3D000'
assert error.message.contains('no-such-database')
