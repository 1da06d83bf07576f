import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('new').error.code == 'no-name'
assert project.report('deploy').states == ['up-to-date']
assert new File(basedir, 'src/main/resources/db/changelog/changes').list().length == 3
