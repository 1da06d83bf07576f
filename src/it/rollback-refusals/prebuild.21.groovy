import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.edit('src/main/resources/db/changelog/db.changelog-master.sql', 'orders_idx ON orders (id)', 'orders_idx ON orders (id DESC)')
null
