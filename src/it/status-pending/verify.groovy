import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.states == ['pending']
assert status.pending*.id == ['orders', 'order-lines']
assert status.pending*.author == ['ada', 'ada']
assert status.pending*.path.unique() == ['db/changelog/db.changelog-master.sql']
assert status.pending*.file.unique() == ['src/main/resources/db/changelog/db.changelog-master.sql']
assert status.pending*.line == [3, 6]
assert status.target.database == 'status-pending'
assert status.target.user == 'deployer'
assert status.target.schema == 'public'
assert !project.log().contains('Database schema is up to date')
