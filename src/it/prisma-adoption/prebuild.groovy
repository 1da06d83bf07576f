import io.github.migratemaven.testing.ItProject

// What prisma migrate deploy left when there were only ten migrations.
def database = new ItProject(basedir).database()
def run = { sql -> database.openAs('deployer', 'tell-nobody').withCloseable { it.createStatement().execute(sql) } }
new File(basedir, 'prisma/migrations').listFiles().findAll { it.directory }.sort { it.name }.take(10).each {
    run(new File(it, 'migration.sql').getText('UTF-8'))
}
run(new File(basedir, 'prisma-history.sql').getText('UTF-8'))
new File(basedir, 'theirs.txt').setText(database.query('SELECT * FROM _prisma_migrations ORDER BY id').join('\n'), 'UTF-8')
null
