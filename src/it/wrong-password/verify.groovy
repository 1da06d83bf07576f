import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('deploy').error
assert error.code == 'wrong-password'
assert error.sqlstate == '28P01'
assert error.message.contains('deployer')
assert !project.log().contains('tell-nobody')
