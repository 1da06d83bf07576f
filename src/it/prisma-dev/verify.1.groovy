import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def id = project.report('new').pending*.id[0]
assert id ==~ /\d{14}_add_note_to_customer/
assert project.text("prisma/migrations/$id/migration.sql").contains('not written yet')
new File(basedir, "prisma/migrations/$id/migration.sql").text = 'ALTER TABLE "customer" ADD COLUMN "note" TEXT;\n'
new File(basedir, "prisma/migrations/$id/down.sql").text = 'ALTER TABLE "customer" DROP COLUMN "note";\n'
new File(basedir, 'note-id.txt').text = id
null
