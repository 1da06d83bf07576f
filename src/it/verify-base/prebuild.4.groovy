import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def changelog = 'src/main/resources/db/changelog/db.changelog-master.sql'
project.git('checkout', '--quiet', 'src')
project.edit(changelog, '--changeset ada:total', '''--changeset bob:early
ALTER TABLE orders ADD COLUMN early text;
--rollback ALTER TABLE orders DROP COLUMN early;

--changeset ada:total''')
null
