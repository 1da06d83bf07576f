import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.state == 'up-to-date'
assert status.states == ['up-to-date']
assert status.applied*.id == ['orders', 'order-lines']
assert status.pending == []
assert status.findings == []
assert status.error == null
assert project.log().contains('[INFO] Database schema is up to date')
