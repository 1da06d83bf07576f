import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.git('init', '--quiet', '--initial-branch=main')
project.git('add', 'pom.xml', 'src')
project.git('commit', '--quiet', '-m', 'What is deployed')
project.git('checkout', '--quiet', '-b', 'feature')
new File(basedir, 'src/main/resources/db/changelog/db.changelog-master.sql') << '''
--changeset bob:note
ALTER TABLE orders ADD COLUMN note text;
--rollback ALTER TABLE orders DROP COLUMN notes;
'''
null
