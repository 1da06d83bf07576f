import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('deploy').error
assert error.code == 'unmanaged'
assert error.hint == 'Take it over: mvn migrate:baseline -Dmigrate.from=prisma'
assert project.database().query("SELECT to_regclass('databasechangelog') IS NULL") == ['t']
