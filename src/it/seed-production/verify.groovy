import io.github.migratemaven.testing.ItProject

assert new ItProject(basedir).database().query('SELECT count(*) FROM country') == ['2']
