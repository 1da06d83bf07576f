import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def history = project.database().query('SELECT * FROM databasechangelog ORDER BY orderexecuted')
assert history.size() == 10
assert history.join('\n') == new File(basedir, 'history.txt').getText('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('liquibase-5-override is up to date')
assert log.contains('Database is up to date, no changesets to execute')
assert project.database().query('SELECT DISTINCT liquibase FROM databasechangelog') == ['5.0.4']
assert project.report('verify').states == ['up-to-date']
