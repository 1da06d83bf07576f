import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('reverse').error == null
assert project.report('reverse').pending*.id[0].startsWith('revert_')
assert project.report('deploy').applied*.id == project.report('reverse').pending*.id
assert project.report('deploy').states == ['up-to-date']
assert project.schema() == project.text('target/schema-before.txt')
