import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def second = project.report('diff')
assert second.error == null
assert second.steps == []
assert project.log().contains('The changelog produces src/main/database/schema.sql: no difference.')

def proved = project.report('verify')
assert proved.error == null
assert proved.findings*.id == ['rollbacks-proved']
assert proved.findings[0].message ==~ /(\d+) of \1 rollbacks were proved on PostgreSQL .*/
