import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('verify').target.schema == 'shop'
assert project.report('verify').states == ['up-to-date']
assert project.database().value("SELECT count(*) FROM shop.databasechangelog") == '2'
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
