import io.github.migratemaven.testing.ItProject

def error = new ItProject(basedir).report('diff').error
assert error.code == 'no-desired-schema'
assert error.file == 'database/nowhere.sql'
assert error.hint.contains('-Dmigrate.desired')
