import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('status').target.schema == 'shop'
assert project.report('verify').target.schema == 'shop'
assert project.report('verify').states == ['up-to-date']
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'shop' ORDER BY 1") == ['databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step', 'order_line', 'orders']
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
