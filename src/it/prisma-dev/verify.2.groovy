import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def database = project.database()
def folders = new File(basedir, 'prisma/migrations').listFiles().findAll { it.directory }*.name.sort()
def written = folders.drop(2)
assert written.size() == 6
assert written.every { it ==~ /\d{14}_rename_mail_of_customer_in_steps(_\d)?/ }
assert project.report('dev').applied*.id.takeRight(6) == written
assert project.report('deploy').states == ['up-to-date']
assert project.report('diff').error == null
assert project.text("prisma/migrations/${written[1]}/migration.sql").startsWith('DO $$ -- migrate:repeatable')
assert written.any { project.text("prisma/migrations/$it/migration.sql").startsWith('CREATE UNIQUE INDEX CONCURRENTLY customer_email_key') }
assert database.value('SELECT count(*) FROM customer WHERE mail = email') == '3000'
assert !project.has('target/migrate/diff.sql') || !project.text('target/migrate/diff.sql').contains('--liquibase')
null
