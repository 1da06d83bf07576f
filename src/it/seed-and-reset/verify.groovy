import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('reset').applied*.id == ['extension', 'countries', 'shop']
assert project.report('reset').states == ['up-to-date']
assert project.database().query('SELECT name FROM shop.customer ORDER BY id') == ['Ada', 'Joe "the boat"']
assert project.database().query('SELECT stamp FROM migrate_run WHERE stamp IS NOT NULL') == ['preview']
assert project.json('target/typo/reset.json').error.code == 'changelog-not-found'
assert project.report('verify').states == ['up-to-date']
