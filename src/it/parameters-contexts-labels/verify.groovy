import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('deploy').applied*.id == ['everywhere', 'production']
assert project.report('deploy').states == ['up-to-date']
assert project.database().value("SELECT obj_description('orders'::regclass)") == 'payments in eu'
assert project.database().value('SELECT count(*) FROM orders') == '0'
