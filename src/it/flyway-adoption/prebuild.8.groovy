import io.github.migratemaven.testing.ItProject

// Neither our goals nor its own looks have changed anything of Flyway's.
def theirs = new ItProject(basedir).database().query('SELECT * FROM flyway_schema_history ORDER BY installed_rank')
assert theirs.size() == 13
assert theirs.join('\n') == new File(basedir, 'theirs.txt').getText('UTF-8')
null
