import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().contains('Successfully validated')
assert project.report('reverse').error.code == 'repeatable-migration'
null
