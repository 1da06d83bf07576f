import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('deploy').error.sqlstate == '23505'
def status = project.report('status')
assert status.state == 'failed'
assert status.states == ['failed', 'invalid-objects', 'pending']
assert status.findings*.id == ['failed', 'invalid-index']
assert status.findings[0].suggestion.contains('migrate:resolve -Dmigrate.applied=codes-unique')
assert status.error.code == 'failed'
assert status.pending*.id == ['codes-unique']
