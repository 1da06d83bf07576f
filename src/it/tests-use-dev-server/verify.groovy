import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert project.report('stop').error == null
assert new File(basedir, '.migrate/postgres-18/data/PG_VERSION').exists()
assert !project.has('.migrate/postgres-18/data/postmaster.pid')
