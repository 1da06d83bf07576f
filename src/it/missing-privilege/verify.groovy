import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('verify').states == ['up-to-date']
