import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('verify').states == ['up-to-date']
assert project.database().query("SELECT count(*) FROM pg_attribute WHERE attrelid = '\"WorkflowExecution\"'::regclass AND attname = 'idempotencyKey'") == ['1']
