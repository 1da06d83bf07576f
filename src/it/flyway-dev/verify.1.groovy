import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('new').pending*.id == ['V1_2__add_note_to_customer']
def file = new File(basedir, 'src/main/resources/db/migration/V1_2__add_note_to_customer.sql')
assert file.text.contains('not written yet')
assert project.log().contains("Flyway's layout has no place for a rollback: mvn migrate:reverse writes a migration that undoes it.")
file.text = 'ALTER TABLE customer ADD COLUMN note text;\n'
null
