import io.github.migratemaven.testing.ItProject

def report = new ItProject(basedir).report('check-scripts')
assert report.error == null
assert report.findings*.id == ['prisma-db-push', 'prisma-migrate-reset', 'our-empty']
assert report.findings*.severity == ['info'] * 3
assert report.findings[0].message.contains('(allowed by deploy.sh:2:3: this database is made anew for each preview)')
assert report.findings[1].message.contains('(allowed until 2999-12-31 by .migrate-ban.yml:4:5: ')
assert report.findings[2].message.contains('(allowed by <exception> 1 of the configuration: ')
return null
