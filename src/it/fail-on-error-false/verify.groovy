import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def deploy = project.report('deploy')
assert deploy.applied*.id == ['orders', 'notes']
assert deploy.pending*.id == ['optional']
assert deploy.findings*.id.contains('failed-ignored')
assert deploy.error == null
assert project.log().contains('[WARNING]')
assert project.database().query('SELECT id FROM databasechangelog ORDER BY orderexecuted') == ['orders', 'notes']
