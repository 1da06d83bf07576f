import io.github.migratemaven.testing.ItProject

new ItProject(basedir).database().execute('CREATE TABLE orders (id bigint PRIMARY KEY)')
null
