import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def changelog = 'src/main/resources/db/changelog/db.changelog-master.sql'
project.git('checkout', '--quiet', 'src')
new File(basedir, changelog) << '''
--changeset bob:note
ALTER TABLE orders ADD COLUMN note text;
--rollback ALTER TABLE orders DROP COLUMN notes;
'''
null
