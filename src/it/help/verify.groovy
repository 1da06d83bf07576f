import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert ['deploy', 'help', 'plan', 'resolve', 'status', 'target', 'verify'].every { project.log().contains("migrate:$it\n") }
