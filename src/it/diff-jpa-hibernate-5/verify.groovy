import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
// Names, a wider type, what happens on delete, and how numbers are given out: nothing that the entities contradict. A null they allow.
assert project.report('diff').steps*.sql.collect { it.replaceAll(/\s+/, ' ') } == ['ALTER TABLE crm.customer ALTER COLUMN credit DROP NOT NULL']
assert !project.text('target/migrate/jpa/order.properties').contains('tell-nobody')
