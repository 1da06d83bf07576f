import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').findings.find { it.id == 'data-loss' }
assert project.report('dev').states == ['up-to-date']
assert new File(basedir, 'src/main/resources/db/changelog/changes').list().any { it.contains('drop_started_at') }
assert !project.has('.migrate/postgres-18/data/postmaster.pid')
