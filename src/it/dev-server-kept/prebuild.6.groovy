import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def server = ProcessHandle.of(project.text('.migrate/postgres-18/data/postmaster.pid').readLines()[0] as long).get()
server.destroyForcibly()
server.onExit().get()
return null
