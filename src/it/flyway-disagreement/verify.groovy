import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('baseline').error
assert error.code == 'history-disagrees'
assert error.message.contains('V2__part_2 was edited after Flyway applied it (checksum was ')
assert error.message.contains('Flyway has applied V3__part_3.sql, which the project lacks')
assert error.message.contains('V4__part_4.sql failed when Flyway ran it')
assert project.database().query("SELECT to_regclass('databasechangelog') IS NULL") == ['t']
