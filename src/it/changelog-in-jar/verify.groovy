import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def deploy = project.json('app/target/migrate/deploy.json')
assert deploy.applied*.id == ['orders', 'order-lines']
assert deploy.applied*.path.unique() == ['db/changelog/db.changelog-master.sql']
assert deploy.states == ['up-to-date']
