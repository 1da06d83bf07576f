import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.state == 'unreachable'
assert status.states == ['unreachable']
assert status.error.code == 'unreachable'
assert status.error.message.contains('127.0.0.1:1')
assert status.error.hint
assert !project.log().contains('tell-nobody')
