import groovy.json.JsonSlurper
import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def baseline = project.report('baseline')
assert baseline.error == null
assert baseline.state == 'up-to-date'
assert !baseline.applied.empty
assert baseline.applied*.author.unique() == ['it']
assert project.report('verify').states == ['up-to-date']
def changelog = new File(basedir, 'src/main/resources/db/changelog')
assert new File(changelog, 'db.changelog-master.yaml').text.contains('file: ')
assert project.log().contains('proved on a scratch server')
def database = project.database()
assert database.query('SELECT name FROM customers') == ['Ada']
assert database.query("SELECT count(*) FROM databasechangelog WHERE exectype = 'EXECUTED'") == [baseline.applied.size() as String]

def again = new JsonSlurper().parse(new File(basedir, 'target/again/baseline.json'), 'UTF-8')
assert again.error.code == 'has-history'
