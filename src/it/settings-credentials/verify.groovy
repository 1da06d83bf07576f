import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('deploy').target.user == 'deployer'
assert project.report('deploy').states == ['up-to-date']
