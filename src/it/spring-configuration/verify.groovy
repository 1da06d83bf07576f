import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def deploy = project.report('deploy')
assert deploy.target.schema == 'shop'
assert deploy.target.user == 'deployer'
assert deploy.applied*.path.unique() == ['db/shop.sql']
assert deploy.states == ['up-to-date']
