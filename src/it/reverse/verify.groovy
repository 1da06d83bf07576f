import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def reverse = project.report('reverse')
assert reverse.error == null
assert reverse.pending.size() > 1 && reverse.pending*.author.unique() == ['eve']
assert reverse.pending*.id[0].startsWith('revert-drop-old-code-and-2-before')
// The content of the column that bob dropped, and of the one that goes now.
assert reverse.findings.findAll { it.id == 'cannot-come-back' }*.message.any { it.contains('old_code') }
assert reverse.findings.findAll { it.id == 'data-loss' }*.message.any { it.contains('total') }
assert reverse.pending*.file.unique().size() == 1
assert project.text(reverse.pending[0].file).contains('DROP INDEX CONCURRENTLY')

assert project.report('status').state == 'pending'
assert project.report('status').pending*.id == reverse.pending*.id
assert project.report('verify').state == 'up-to-date'
def database = project.database()
assert database.query("SELECT attname FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1") == ['id', 'note', 'old_code']
assert database.value("SELECT to_regclass('orders_total_idx') IS NULL") == 't'
// Nothing wrong but bob's changeset, which nobody can undo: what undoes the reverse is proved, too.
assert project.json('target/rollbacks/verify.json').findings.findAll { it.severity == 'error' }*.id == ['rollback-irreversible']
