import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('diff').error
assert error.code == 'schema-refused'
assert error.message.contains('column "totl" does not exist')
assert error.file == 'src/main/database/schema.sql'
assert error.line == 12
assert error.column == 14
assert project.log().contains('src/main/database/schema.sql:12:14: ')
