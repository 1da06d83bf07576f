import io.github.migratemaven.testing.ItProject

assert new ItProject(basedir).log().contains('[INFO] The dev server does not run: it had ended without being stopped.')
