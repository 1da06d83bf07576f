import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('deploy').target.origin == 'DATABASE_URL'
assert project.database().query('SELECT id FROM databasechangelog ORDER BY orderexecuted') == ['authors', 'books']
