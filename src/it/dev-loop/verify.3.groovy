import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = 'git status --porcelain -uall'.execute(null, basedir).text.readLines().findAll { !(it =~ /build\.log|target\/|prebuild|verify/) }
assert status[0] == ' M src/main/database/schema.sql'
assert status.size() == 2
assert status[1] ==~ /\?\? src\/main\/resources\/db\/changelog\/changes\/\d{14}_add_idempotency_key_to_workflow_executions\.sql/
def text = project.text(status[1].substring(3))
assert text.contains('--changeset ada:add_idempotency_key_to_workflow_executions')
assert text.contains('ADD COLUMN "idempotencyKey" text')
assert text.contains('--rollback ') && text.contains('DROP COLUMN "idempotencyKey"')
assert project.report('dev').states == ['up-to-date']
