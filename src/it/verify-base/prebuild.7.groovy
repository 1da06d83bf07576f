import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.git('commit', '--quiet', '-am', 'A note')
project.git('checkout', '--quiet', 'main')
new File(basedir, 'src/main/resources/db/changelog/db.changelog-master.sql') << '''
--changeset eve:paid
ALTER TABLE orders ADD COLUMN paid boolean;
'''
project.git('commit', '--quiet', '-am', 'Meanwhile')
project.git('checkout', '--quiet', 'feature')
null
