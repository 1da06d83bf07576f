import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.states == ['missing']
assert status.findings*.message == ['the database has changeset "order-lines" by ada from db/changelog/db.changelog-master.sql, which the changelog lacks']
assert status.error.code == 'missing'
assert project.log().contains('which the changelog lacks. Bring the file back')
