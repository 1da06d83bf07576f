import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('status').pending*.id == ['latest']
assert project.report('deploy').applied*.id == ['count', 'latest']
assert project.report('verify').states == ['up-to-date']
assert project.database().value('SELECT count(*) FROM deploy') == '2'
assert project.database().value("SELECT pg_get_viewdef('latest')").contains('max(at)')
assert project.database().query('SELECT id, exectype FROM databasechangelog ORDER BY id') == ['count|RERAN', 'deploys|EXECUTED', 'latest|RERAN']
