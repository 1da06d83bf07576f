import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').error.code == 'no-name'
assert new File(basedir, 'src/main/resources/db/changelog/changes').list().length == 1
