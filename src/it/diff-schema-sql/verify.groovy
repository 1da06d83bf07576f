import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def second = project.report('diff')
assert second.error == null
assert second.steps == []
assert project.log().contains('The changelog produces src/main/database/schema.sql: no difference.')
