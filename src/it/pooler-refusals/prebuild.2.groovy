import io.github.migratemaven.testing.ItProject
import io.github.migratemaven.testing.PgBouncer

def project = new ItProject(basedir)
context.put('before', project.catalogue())
context.put('pooler', PgBouncer.before(project.database()))
project.edit('pom.xml', 'POOLER-PORT', String.valueOf(context.pooler.target().hosts().get(0).port()))
project.edit('src/main/resources/db/changelog/db.changelog-master.sql', '--rollback DROP TABLE orders;', '''--rollback DROP TABLE orders;

--changeset ada:invoices
CREATE TABLE invoices (id bigint PRIMARY KEY);
''')
null
