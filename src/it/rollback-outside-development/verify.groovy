import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.json('target/printed/rollback.json').findings*.id == ['dry-run']
assert project.json('target/printed/rollback.json').state == 'up-to-date'
assert project.has('target/printed/rollback.sql')
assert project.report('rollback').findings*.id == ['rolled-back']
assert project.database().query('SELECT id FROM databasechangelog ORDER BY orderexecuted') == ['orders', 'total']
