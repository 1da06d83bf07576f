import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('seed').error.message.contains('the file ends the transaction that all seeds share')
