import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def printed = project.json('target/printed/rollback.json')
assert printed.steps*.sql == ['DROP INDEX CONCURRENTLY orders_total_idx', 'ALTER TABLE orders DROP COLUMN total']
assert printed.steps*.line == [13, 9]
assert printed.findings*.id == ['dry-run']
def script = project.text('target/printed/rollback.sql')
assert script.contains("BEGIN;") && script.contains("DELETE FROM databasechangelog WHERE id = E'total' AND author = E'ada'")

def ran = project.report('rollback')
assert ran.error == null
assert ran.findings*.id == ['rolled-back', 'rolled-back']
assert ran.findings*.line == [13, 9]
assert ran.pending*.id == ['total', 'orders-by-total']
assert ran.state == 'pending'
assert project.log().contains('2 changesets have not been applied to deployer@jdbc:postgresql')
assert project.report('verify').states == ['up-to-date']
assert project.json('target/to/rollback.json').findings*.id == ['rolled-back', 'rolled-back']
assert project.database().query('SELECT id FROM databasechangelog') == ['orders']
assert project.database().value("SELECT count(*) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'total'") == '0'
