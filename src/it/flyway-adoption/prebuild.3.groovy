import groovy.json.JsonSlurper
import io.github.migratemaven.testing.ItProject

def error = new JsonSlurper().parse(new File(basedir, 'target/refused/deploy.json'), 'UTF-8').error
assert error.code == 'unmanaged'
assert error.hint == 'Take it over: mvn migrate:baseline -Dmigrate.from=flyway'
def database = new ItProject(basedir).database()
assert database.query("SELECT to_regclass('databasechangelog') IS NULL") == ['t']
def theirs = database.query('SELECT * FROM flyway_schema_history ORDER BY installed_rank')
new File(basedir, 'theirs.txt').setText(theirs.join('\n'), 'UTF-8')
null
