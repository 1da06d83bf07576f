import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.states == ['locked']
assert status.findings[0].message.contains('build-7 (10.0.0.7)')
assert status.findings[0].suggestion.contains('UPDATE databasechangeloglock SET locked = false')
assert status.error == null
