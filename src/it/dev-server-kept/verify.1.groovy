import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def server = ProcessHandle.of(project.text('.migrate/postgres-18/data/postmaster.pid').readLines()[0] as long)
assert server.isPresent() && server.get().isAlive()
new File(basedir, 'server.txt').text = server.get().pid()
assert project.log().contains('[INFO] The dev server stays until mvn migrate:stop; its password is in .migrate/postgres-18/password')
assert !project.log().contains(project.text('.migrate/postgres-18/password').trim())
