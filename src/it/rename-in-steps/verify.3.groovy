import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').error.code == 'destructive'
assert project.report('dev').error.message.contains('column mail of table public.customer, whose values column email has, too')
assert new File(basedir, 'src/main/resources/db/changelog/changes').list().length == 2
null
