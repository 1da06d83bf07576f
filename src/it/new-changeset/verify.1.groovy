import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def folder = 'src/main/resources/db/changelog/'
def added = new File(basedir, folder + 'changes').list().find { it ==~ /\d{14}_add_idempotency_key_to_workflow_executions\.sql/ }
assert added > '20261002093000'
def text = project.text(folder + 'changes/' + added)
assert text.contains('--changeset ada:add_idempotency_key_to_workflow_executions') && text.contains('--rollback')
assert project.text(folder + 'db.changelog-master.yaml') == """# What we ship, oldest first.
databaseChangeLog:
  - include:
      file: changes/20260901080000_workflows.sql
      relativeToChangelogFile: true
  - include:
      file: changes/20261002093000_workflow_executions.sql
      relativeToChangelogFile: true
  - include:
      file: changes/${added}
      relativeToChangelogFile: true

# Add new files above this line.
"""
assert project.report('new').pending*.id == ['add_idempotency_key_to_workflow_executions']
