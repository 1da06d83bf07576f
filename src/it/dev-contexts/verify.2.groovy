import io.github.migratemaven.testing.ItProject

def error = new ItProject(basedir).report('dev').error
assert error.code == 'no-name'
assert error.message.contains('demo-orders')
