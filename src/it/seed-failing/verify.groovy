import io.github.migratemaven.testing.ItProject

assert new ItProject(basedir).report('seed').error.code == 'no-seeds'
