import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/database/schema.sql', ' expand', ' contract')
null
