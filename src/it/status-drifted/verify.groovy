import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.states == ['drifted']
assert status.findings*.id.unique() == ['drifted']
assert status.findings.any { it.message.contains('orders') }
assert status.error == null
