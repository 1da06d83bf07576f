import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('status').states == ['pending']
assert project.report('status').pending*.id.contains('add_idempotency_key_to_workflow_executions')
