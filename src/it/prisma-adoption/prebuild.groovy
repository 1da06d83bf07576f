import io.github.migratemaven.testing.ItProject

// What prisma migrate deploy left when there were only ten migrations.
def database = new ItProject(basedir).database()
new File(basedir, 'prisma/migrations').listFiles().findAll { it.directory }.sort { it.name }.take(10).each {
    database.execute(new File(it, 'migration.sql').getText('UTF-8'))
}
database.execute(new File(basedir, 'prisma-history.sql').getText('UTF-8'))
database.execute('ALTER TABLE _prisma_migrations OWNER TO deployer')
new File(basedir, 'theirs.txt').setText(database.query('SELECT * FROM _prisma_migrations ORDER BY id').join('\n'), 'UTF-8')
null
