import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('start').target.origin == 'embedded'
assert project.report('deploy').error.code == 'no-target'
assert !project.has('.migrate/postgres-18/data/postmaster.pid')
