import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def log = project.log()
assert project.text('package.json').contains('"build": "prisma generate && next build",')
assert project.text('package.json').contains('"db:push": "prisma db push",')
assert project.text('.github/workflows/deploy.yml').endsWith('  npm run reset\n          npm start\n')
assert log.contains('+    "build": "prisma generate && next build",')
assert log.contains('By hand: package.json:8')

def annotations = log.readLines().findAll { it.startsWith('::error') }
assert annotations.any { it.startsWith('::error file=package.json,line=7,col=') && it.contains('Via .github/workflows/deploy.yml:7') }
assert annotations.every { it.contains('title=migrate%3Acheck-scripts prisma-') }

// The second run: only what needs a person is left, and there is no patch of the first any more.
def errors = project.report('check-scripts').findings.findAll { it.severity == 'error' }
assert errors*.id == ['prisma-migrate-reset']
assert errors[0].fix.byHand.contains('does nothing else')
assert !project.has('target/migrate/check-scripts.patch')
