import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.has('target/upload/it/deploy-failing-changeset/1.0.0/deploy-failing-changeset-1.0.0.pom')
assert project.report('deploy').applied*.id == ['totals', 'notes']
