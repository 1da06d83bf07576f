import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('status').target.schema == 'Shop Front'
assert project.report('status').states == ['up-to-date']
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'Shop Front' ORDER BY tablename COLLATE \"C\"") == ['Customer Order', 'databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step']
assert project.database().query('SELECT id FROM "Shop Front".databasechangelog') == ['orders']
