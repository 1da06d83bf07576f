import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').error.code == 'destructive'
assert project.report('dev').error.message.contains('startedAt')
assert !new File(basedir, "src/main/resources/db/changelog/changes").list().any { it.contains("drop") }
