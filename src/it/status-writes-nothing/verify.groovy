import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert context.catalogue.size() > 1000
assert project.catalogue() == context.catalogue
assert project.report('status').states == ['pending']
assert project.report('plan').states == ['pending']
assert project.report('verify').error.code == 'pending'
