import io.github.migratemaven.testing.ItProject

context.lock.close()
new ItProject(basedir).database().execute('REVOKE DELETE ON databasechangelog FROM deployer')
null
