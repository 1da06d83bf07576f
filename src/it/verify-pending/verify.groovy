import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().contains('is pending')
assert project.log().contains('Apply them with mvn migrate:deploy.')
assert project.report('verify').state == 'up-to-date'
assert project.log().contains('[INFO] Database schema is up to date')
