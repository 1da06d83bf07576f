import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').error.code == 'rename-nothing'
assert project.report('dev').error.message.contains('there is no column post of table public.customer')
null
