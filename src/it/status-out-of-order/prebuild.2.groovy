import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.edit('src/main/resources/db/changelog/db.changelog-master.sql', '--changeset ada:order-lines', '''\
--changeset ada:customers
CREATE TABLE customer (id int PRIMARY KEY);

--changeset ada:order-lines''')
