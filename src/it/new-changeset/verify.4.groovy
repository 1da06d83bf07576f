import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('new').error
assert error.code == 'name-not-descriptive'
assert error.message == 'the name "update_schema" fits any changeset, so it says nothing about this one'
assert error.hint.contains('add_idempotency_key_to_orders')
