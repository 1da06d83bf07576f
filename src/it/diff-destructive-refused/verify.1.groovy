import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('diff').error
assert error.code == 'destructive'
assert error.message.contains('the values of column mail of table public.customers')
assert error.hint.contains('-Dmigrate.allowDestructive') && error.hint.contains('migrate:renamed-from')
assert !project.has('target/migrate/diff.sql')
