import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def server = ProcessHandle.of(project.text('.migrate/postgres-18/data/postmaster.pid').readLines()[0] as long)
assert server.isPresent() && server.get().isAlive()
assert project.text('server.txt') as long == server.get().pid()
assert project.report('deploy').applied*.id == ['authors', 'books']
