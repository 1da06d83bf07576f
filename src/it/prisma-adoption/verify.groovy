import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def database = project.database()
def baseline = project.report('baseline')
assert baseline.error == null
assert baseline.applied*.id.size() == 10
assert baseline.pending*.id.size() == 10
assert baseline.state == 'pending'
assert project.report('deploy').applied.size() == 10
assert project.report('verify').states == ['up-to-date']

def history = database.query('SELECT id FROM databasechangelog ORDER BY orderexecuted')
assert history == new File(basedir, 'prisma/migrations').listFiles().findAll { it.directory }*.name.sort()
assert database.query('SELECT DISTINCT author FROM databasechangelog') == ['prisma']
assert database.query("SELECT count(*) FROM pg_index WHERE indexrelid::regclass::text LIKE '%_workspaceId_idx%' AND indisvalid") == ['2']
// Theirs is as it was.
def theirs = database.query('SELECT * FROM _prisma_migrations ORDER BY id').join('\n')
assert theirs == new File(basedir, 'theirs.txt').getText('UTF-8')
