import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.state == 'unmanaged'
assert status.states == ['unmanaged', 'pending']
assert status.findings*.id == ['unmanaged']
assert status.error == null
