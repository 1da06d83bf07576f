import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def deploy = project.report('deploy')
assert project.database().query('SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted') == ['mark-ran|MARK_RAN', 'holds|EXECUTED']
assert deploy.findings*.id.containsAll(['marked-ran', 'skipped'])
assert deploy.pending*.id == ['continue', 'halt', 'not-reached']
assert deploy.error.code == 'precondition-failed'
assert deploy.error.line == 18
assert deploy.error.message.contains('changeset "halt" was not run')
