import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/database/schema.sql', 'renamed-from mail contract', 'renamed-from post expand')
new ItProject(basedir).edit('src/main/database/schema.sql', '    email text', '    letters text')
null
