import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def database = project.database()
def baseline = project.report('baseline')
assert baseline.error == null
assert baseline.applied.size() == 13 // V1 to V10, V4_1, two views
assert baseline.pending.size() == 11
def deploy = project.report('deploy')
assert deploy.error == null
assert deploy.applied.size() == 11
assert deploy.findings*.message.any { it.contains('afterMigrate__nothing.sql is a callback') }
assert project.report('verify').states == ['up-to-date']
assert database.query("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'part%'") == ['20']
assert database.query("SELECT count(*) FROM pg_index WHERE indexrelid::regclass::text LIKE 'part_1__note' AND indisvalid") == ['2']

// Flyway was at ease with the database, and has gone on from there: told that the second half has run, it has nothing to do.
def log = project.log()
assert log =~ /(?m)\| Versioned\s*\| 10\s*\| part 10\s*\| SQL\s*\|[^|]*\| Success/
assert log =~ /(?m)\| Versioned\s*\| 20\s*\| part 20\s*\| SQL\s*\|[^|]*\| Pending/
assert log.contains('Successfully validated 24 migrations')
assert database.query('SELECT count(*) FROM flyway_schema_history WHERE success') == ['24']
