import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert !project.has('.migrate/postgres-18/data/postmaster.pid')
assert project.log().count('[INFO] The dev server is stopped; its data stays in .migrate.') == 2
assert project.log().contains('[INFO] The dev server does not run.')
