import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.state == 'out-of-order'
assert status.states == ['out-of-order', 'pending']
assert status.pending*.id == ['customers']
assert status.findings*.id == ['out-of-order']
assert status.findings[0].line == 6
assert status.error == null
