import groovy.json.JsonSlurper
import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def baseline = project.report('baseline')
assert baseline.error.code == 'history-disagrees'
assert baseline.error.message.contains('20250107090000_workspaces was edited after Prisma applied it')
assert baseline.error.message.contains('20250108090000_workflows failed when Prisma ran it')
assert baseline.error.message.contains('Prisma has applied 20250109090000_gone, which the project lacks')
assert baseline.findings.findAll { it.id.startsWith('history-') }*.id.sort() ==
        ['history-edited', 'history-failed', 'history-missing']
assert project.database().query("SELECT to_regclass('databasechangelog') IS NULL") == ['t']
def other = new JsonSlurper().parse(new File(basedir, 'target/other/baseline.json'), 'UTF-8').error
assert other.code == 'other-layout'
