import io.github.migratemaven.testing.ItProject

assert new ItProject(basedir).report('rollback').error.code in ['no-rollback', 'environment-unknown', 'environment-protected']
null
