import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').applied*.id == ['workflow_executions']
assert project.report('dev').states == ['up-to-date']
assert project.log().contains('[INFO] The changelog produces src/main/database/schema.sql: there is nothing to write.')
// From here on git tells what a goal changes.
['git init -q', 'git add -A', 'git -c user.name=ada -c user.email=ada@example.org commit -qm start'].each {
    assert it.execute(null, basedir).waitFor() == 0
}
null
