import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def log = project.log()
assert log.contains('package.json:7 "build" → prisma db push --accept-data-loss')
assert log.contains('prisma migrate deploy')
// The rule and the goal alike: the line to write, and the job that takes the push's place.
assert log.count('"build": "prisma generate && next build"') == 2
assert log.count('run: mvn -B migrate:deploy') == 2
assert log.contains('https://www.prisma.io/docs/cli/db/push')
def message = log.substring(log.indexOf('A destructive schema push can run'), log.indexOf('Apply migrations with'))
assert message.readLines().every { it.length() <= 100 }

// The last run: nothing fails, and the developers' script is still told of.
def report = project.report('check-scripts')
assert report.error == null
assert report.findings*.severity == ['info']
assert report.findings*.id == ['prisma-db-push']
assert report.findings[0].line == 6
