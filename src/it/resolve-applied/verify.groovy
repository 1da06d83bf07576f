import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('resolve').applied*.id == ['codes-unique']
assert project.report('verify').states == ['up-to-date']
assert project.log().contains('changeset "codes-unique" is now recorded as applied')
