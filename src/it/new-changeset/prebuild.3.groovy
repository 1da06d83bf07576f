import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('deploy').error.code == 'step-failed'
assert project.report('deploy').applied*.id == ['workflows', 'workflow_executions']
def folder = 'src/main/resources/db/changelog/changes/'
def added = new File(basedir, folder).list().find { it.contains('idempotency') }
project.edit(folder + added, 'not written yet: replace this line by the SQL of this changeset', 'ALTER TABLE workflow_executions ADD COLUMN idempotency_key text')
project.edit(folder + added, 'not written yet: replace this by the SQL that undoes it', 'ALTER TABLE workflow_executions DROP COLUMN idempotency_key')
null
