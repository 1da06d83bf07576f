import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def changelog = 'src/main/resources/db/changelog/db.changelog-master.sql'
project.edit(changelog, 'numeric(12, 2)', 'numeric(14, 2)')
null
