import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.edit('src/main/resources/db/changelog/db.changelog-master.sql', 'INSERT INTO total VALUES (1);', '')
