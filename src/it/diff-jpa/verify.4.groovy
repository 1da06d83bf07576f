import io.github.migratemaven.testing.ItProject

def error = new ItProject(basedir).report('diff').error
assert error.code == 'destructive'
assert error.message.contains('the values of column note of table public.purchases')
assert error.hint.contains('-Dmigrate.jpaKeep=table,table.column')
