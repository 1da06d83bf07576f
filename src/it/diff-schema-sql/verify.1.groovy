import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def text = project.text('target/migrate/diff.sql')
assert text.startsWith('--liquibase formatted sql\n')
assert text.contains('CREATE INDEX CONCURRENTLY orders_customer_idx')
assert text =~ /runInTransaction:false\nCREATE INDEX CONCURRENTLY orders_customer_idx/
assert text =~ /runInTransaction:false\nCREATE UNIQUE INDEX CONCURRENTLY customers_mail_key/
assert text =~ /(?s)FOREIGN KEY \(customer_id\) REFERENCES public.customers\(id\) NOT VALID.*--changeset.*VALIDATE CONSTRAINT orders_customer_fk/
assert text =~ /(?s)CHECK \(mail IS NOT NULL\) NOT VALID.*--changeset.*VALIDATE CONSTRAINT.*--changeset.*ALTER COLUMN mail SET NOT NULL/
assert text.contains('--rollback')
def report = project.report('diff')
assert report.error == null
assert report.steps*.sql.any { it.contains('ADD COLUMN state public.order_state') }
assert report.steps.every { project.text(it.file).readLines()[it.line - 1].trim() == it.sql.readLines()[0].trim() + (it.sql.contains('\n') ? '' : ';') }
assert project.log().contains('CREATE INDEX CONCURRENTLY orders_customer_idx')
