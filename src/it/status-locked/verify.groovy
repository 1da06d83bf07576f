import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
context.lock.close()
def status = project.report('status')
assert status.state == 'locked'
assert status.states == ['locked', 'pending']
assert status.findings*.id == ['locked']
assert status.findings[0].message.contains('run somebody-else')
assert status.error == null
