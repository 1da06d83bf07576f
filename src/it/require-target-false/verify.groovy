import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().count('migrate:status: no target is configured, nothing to do.') == 1
assert project.report('status').error.code == 'no-target'
