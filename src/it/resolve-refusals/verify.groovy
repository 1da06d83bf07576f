import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.json('target/not-failed/resolve.json').error.code == 'not-failed'
assert project.json('target/unknown/resolve.json').error.code == 'unknown-changeset'
def ambiguous = project.json('target/ambiguous/resolve.json').error
assert ambiguous.code == 'ambiguous-changeset'
assert ambiguous.hint.contains('db/changelog/db.changelog-master.sql::lines::ada or db/changelog/db.changelog-master.sql::lines::bob')
assert project.json('target/both/resolve.json').error.message == 'migrate.applied and migrate.rolledBack are both given'
assert project.json('target/neither/resolve.json').error.message == 'nothing says what to resolve'
assert project.json('target/already-applied/resolve.json').error.code == 'already-applied'
