import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def changelog = 'src/main/resources/db/changelog/db.changelog-master.sql'
def report = { folder -> project.json("target/${folder}/verify.json") }
assert report('added').findings == [] && report('added').error == null
assert report('edited').findings.collect { [it.id, it.file, it.line] } == [['base-edited', changelog, 7]]
assert report('removed').findings*.id == ['base-removed', 'base-overtaken'].take(1)
assert report('removed').findings[0].message == "main has changeset \"total\" (${changelog}:7:1), which this branch lacks"
assert report('overtaken').findings.collect { [it.id, it.line] } == [['base-overtaken', 7]]
assert report('overtaken').findings[0].message.contains('the new changeset "early" stands before changeset "total"')
assert report('unknown').error.code == 'unknown-base'
assert report('rollbacks').findings.findAll { it.severity == 'error' }.collect { [it.id, it.line] } == [['rollback-blocked', 13]]
assert report('rollbacks').findings.find { it.id == 'rollbacks-proved' }.message.startsWith('0 of 1 rollbacks')
assert report('ahead').findings*.id == ['base-ahead']
assert report('ahead').findings[0].message.contains('main has meanwhile changeset "paid", and this branch adds changeset "note"')
