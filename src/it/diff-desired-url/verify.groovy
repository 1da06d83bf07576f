import io.github.migratemaven.testing.ItProject

assert new ItProject(basedir).json('target/later/diff.json').error.code == 'schema-differs'
