import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
['deploy', 'status', 'verify'].each { goal ->
    def report = project.report(goal)
    assert report.state == 'up-to-date'
    assert report.states == ['up-to-date']
    assert report.findings == []
    assert report.error == null
    assert report.lastRun.state == 'succeeded'
    def classes = new File(basedir, "${goal}-classes.txt").readLines()
    assert classes.any { it.contains(' io.github.migratemaven.liquibase.LiquibaseChangelogReader ') }
    assert classes.findAll { it =~ /\] liquibase\./ } == []
}
def status = project.report('status')
assert status.applied*.id == ['orders', 'order-lines']
assert status.applied*.line.every { it > 0 }
assert status.applied*.executedAt.every()
assert project.log().count('[INFO] Database schema is up to date') >= 3
