import io.github.migratemaven.testing.ItProject

// Before Liquibase's own goals: every cell of the history.
def history = new ItProject(basedir).database().query('SELECT * FROM databasechangelog ORDER BY orderexecuted')
new File(basedir, 'history.txt').setText(history.join('\n'), 'UTF-8')
