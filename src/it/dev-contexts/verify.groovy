import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def nothing = '[INFO] The changelog produces src/main/database/schema.sql: there is nothing to write.'
assert project.report('dev').states == ['up-to-date']
assert project.log().count(nothing) == 2
