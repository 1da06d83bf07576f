import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.database().query('SELECT stamp FROM migrate_run') == ['production']
assert project.report('reset').error.code == 'environment-protected'
assert project.report('reset').error.hint.endsWith('An <environment> in the POM wins over -Dmigrate.environment.')
