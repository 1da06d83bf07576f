import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.edit('src/main/resources/db/changelog/db.changelog-master.sql', '''\
--changeset ada:order-lines
CREATE TABLE order_line (order_id int REFERENCES orders, line int, PRIMARY KEY (order_id, line));
''', '')
