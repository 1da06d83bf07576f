import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = { folder -> project.json("target/${folder}/rollback.json").error }
assert error('pooler').code == 'pooler'
assert error('pooler-allowed').code == 'pooler'
assert !error('pooler-allowed').hint.contains('allowPooler')
assert error('locked').code == 'locked'
assert error('locked').message.contains('run somebody-else')
assert error('privilege').code == 'missing-privilege'
assert error('privilege').message == 'nothing was rolled back: user "deployer" lacks DELETE on databasechangelog'
assert error('failed').code == 'failed'
assert error('failed').message == 'changeset "index" broke off half-way, and what is there of it is not known'
assert error('ambiguous').code == 'ambiguous-changeset'
assert project.database().query('SELECT author FROM databasechangelog ORDER BY orderexecuted') == ['ada', 'bob']
