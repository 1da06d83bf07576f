import io.github.migratemaven.testing.ItProject

def migrations = new File(basedir, 'src/main/resources/db/migration')
new File(migrations, 'V2__part_2.sql') << '-- an afterthought\n'
assert new File(migrations, 'V3__part_3.sql').delete()
def database = new ItProject(basedir).database()
database.execute("UPDATE flyway_schema_history SET success = false WHERE version = '4'")
null
