import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/database/schema.sql', '-- the hint stands here later', '-- migrate:renamed-from mail')
null
