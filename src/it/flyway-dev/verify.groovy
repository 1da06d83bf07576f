import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().contains('Successfully validated')
null
