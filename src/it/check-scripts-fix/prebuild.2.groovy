import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.text('package.json').contains('Database push skipped') : 'the goal changed a file'

def sarif = project.json('target/migrate/check-scripts.sarif')
assert sarif.version == '2.1.0'
def results = sarif.runs[0].results
assert results.findAll { it.level == 'error' }*.ruleId.sort() == ['prisma-db-push', 'prisma-db-push', 'prisma-migrate-reset']
def built = results.find { it.level == 'error' && it.locations[0].physicalLocation.region.startLine == 7 }
assert built.locations[0].physicalLocation.artifactLocation == [uri: 'package.json', uriBaseId: '%SRCROOT%']
assert built.codeFlows[0].threadFlows[0].locations*.location*.physicalLocation*.artifactLocation*.uri.flatten() ==
        ['.github/workflows/deploy.yml', 'package.json']

// No repository around: the patch is the project's own.
def git = ['git', 'apply', '-p1', 'target/migrate/check-scripts.patch'].execute(['GIT_CEILING_DIRECTORIES=' + basedir.parent], basedir)
assert git.waitFor() == 0 : git.err.text
return true
