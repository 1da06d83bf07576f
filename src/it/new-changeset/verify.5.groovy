import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('new').error.code == 'name-taken'
assert project.report('new').error.line == 3
