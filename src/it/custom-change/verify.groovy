import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('deploy').states == ['up-to-date']
assert project.database().query('SELECT code FROM currency ORDER BY 1') == ['CHF', 'EUR']
