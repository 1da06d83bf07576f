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

// What Liquibase brings with a known hole is replaced for the plugin's users, too: only a dependency of our own reaches them.
def lang3 = (project.log() =~ /Included: +org\.apache\.commons:commons-lang3:jar:(\d+)\.(\d+)/).collect { it[2] as int }
assert lang3.size() == 4 && lang3.every { it >= 18 }
