import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def log = project.log()
assert log.contains('package.json:7 "build" → prisma db push --accept-data-loss')
assert log.contains('prisma migrate deploy')

// The last run: nothing fails, and the developers' script is still told of.
def report = project.report('check-scripts')
assert report.error == null
assert report.findings*.severity == ['info']
assert report.findings*.id == ['prisma-db-push']
assert report.findings[0].line == 6
