import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = { folder, goal = 'rollback' -> project.json("target/${folder}/${goal}.json").error }
assert error('unknown').code == 'environment-unknown'
assert error('not-named').code == 'environment-unknown'
assert error('not-named').hint.contains('-Dmigrate.environment=development -Dmigrate.confirm=rollback-refusals')
assert error('protected').code == 'environment-protected'
assert error('protected').message == 'migrate:rollback does not run here: database "rollback-refusals" is stamped production'
assert error('deploy-mismatch', 'deploy').code == 'environment-mismatch'
assert error('mismatch').code == 'environment-mismatch'
assert error('pipeline').code == 'confirm-missing'
assert error('other-name').code == 'confirm-mismatch'
assert error('no-rollback').code == 'no-rollback'
assert error('no-rollback').file == 'src/main/resources/db/changelog/db.changelog-master.sql'
assert error('no-rollback').line == 3
assert error('too-many').code == 'too-many'
assert error('no-tag').code == 'unknown-tag'
assert error('not-applied').code == 'not-applied'
assert error('neither').message == 'nothing says how far to roll back'
assert error('both').message == 'more than one of migrate.count, migrate.toTag and migrate.to is given'
assert error('count').code == 'bad-parameter'
assert error('failing').code == 'rollback-failed'
assert error('failing').line == 9
assert error('failing').sqlstate == '42P01'
assert error('half', 'deploy').message == 'nothing was deployed: the rollback of changeset "rows" broke off half-way'
assert error('edited').code == 'edited'
assert error('missing').code == 'missing'
// Nothing was run but the first step of the one that failed.
assert project.database().query('SELECT id FROM databasechangelog ORDER BY orderexecuted') == ['orders', 'rows']
assert project.database().value("SELECT to_regclass('orders') IS NOT NULL AND to_regclass('orders_idx') IS NULL") == 't'
