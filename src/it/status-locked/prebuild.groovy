import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
context.put('lock', project.holdRunLock('somebody-else'))
