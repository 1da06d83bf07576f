import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.text('target/migrate/migrate.env').readLines() == ['MIGRATE_STATE=pending', 'MIGRATE_HAS_PENDING=true', 'MIGRATE_PENDING_COUNT=2']
