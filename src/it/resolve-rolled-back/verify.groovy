import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('resolve').states == ['pending']
assert project.report('deploy').applied*.id == ['codes-unique']
assert project.report('verify').states == ['up-to-date']
