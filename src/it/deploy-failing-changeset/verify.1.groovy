import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def deploy = project.report('deploy')
assert deploy.applied*.id == ['orders']
assert deploy.pending*.id == ['totals', 'notes']
assert deploy.error.code == 'step-failed'
assert deploy.error.sqlstate == '23503'
assert deploy.error.file == 'src/main/resources/db/changelog/db.changelog-master.sql'
assert deploy.error.line == 8
assert deploy.error.column == 1
assert deploy.error.message.contains('changeset "totals", step 2 of 3, failed: ')
assert deploy.error.message.contains('violates foreign key constraint')
assert deploy.error.message.contains('Detail: Key (order_id)=(1) is not present in table "orders"')
assert deploy.error.hint.contains('rolled back as a whole')

assert project.log().contains('BUILD FAILURE')
assert project.log().contains('src/main/resources/db/changelog/db.changelog-master.sql:8:1: changeset "totals"')
assert !project.has('target/upload')
assert project.database().query("SELECT relname FROM pg_class WHERE relname IN ('orders', 'total', 'note')") == ['orders']
assert project.database().query('SELECT id FROM databasechangelog') == ['orders']
