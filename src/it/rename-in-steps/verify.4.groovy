import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def database = project.database()
assert project.report('deploy').states == ['up-to-date']
assert project.report('diff').error == null
assert database.query("SELECT attname FROM pg_attribute WHERE attrelid = 'customer'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1") == ['email', 'id']
assert database.value("SELECT to_regclass('client') IS NULL AND NOT EXISTS (SELECT FROM pg_trigger WHERE NOT tgisinternal)") == 't'
assert database.value("SELECT count(email) FROM customer") == '20102'
null
