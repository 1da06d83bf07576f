import io.github.migratemaven.testing.ItProject

assert new ItProject(basedir).report('verify').error == null
