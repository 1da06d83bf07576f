import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('deploy').applied*.id == ['workflow_executions']
assert project.report('dev').applied*.id == ['workflow_executions']
assert project.report('dev').states == ['up-to-date']
assert project.log().contains('[INFO] The changelog produces src/main/database/schema.sql: there is nothing to write.')
new File(basedir, 'target/schema-before.txt').text = project.schema()
// From here on git tells what a goal changes.
project.git('init', '-q')
project.git('add', '-A')
project.git('commit', '-qm', 'start')
null
