import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def deploy = project.report('deploy')
assert deploy.error.code == 'no-target'
assert deploy.error.hint.contains('-Dmigrate.url=jdbc:postgresql://')
assert deploy.error.hint.contains('-Dmigrate.embedded=true')
assert !project.has('.migrate')
