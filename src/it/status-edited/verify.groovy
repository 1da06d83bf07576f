import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.states == ['edited']
assert status.findings*.id == ['edited']
assert status.findings[0].line == 3
assert status.error.code == 'edited'
assert status.error.file == 'src/main/resources/db/changelog/db.changelog-master.sql'
assert status.error.line == 3
assert project.log().contains('changeset "orders" was edited after it was applied')
assert project.log().contains('validCheckSum: 9:')
