import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('status').states == ['pending']
assert project.report('status').pending*.id.contains('add_idempotency_key_to_workflow_executions')
assert project.report('verify').states == ['up-to-date']
assert project.database().query("SELECT count(*) FROM pg_attribute WHERE attrelid = '\"WorkflowExecution\"'::regclass AND attname = 'idempotencyKey'") == ['1']
assert project.schema() != project.text('target/schema-before.txt')
