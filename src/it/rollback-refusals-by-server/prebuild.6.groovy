import io.github.migratemaven.testing.ItProject

new ItProject(basedir).database().execute('GRANT DELETE ON databasechangelog TO deployer')
new File(basedir, 'src/main/resources/db/changelog/db.changelog-master.sql') << '''
--changeset bob:index runInTransaction:false
CREATE INDEX CONCURRENTLY orders_idx ON orders (totals);
'''
null
