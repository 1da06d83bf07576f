import io.github.migratemaven.testing.ItProject

def log = new ItProject(basedir).log()
assert log.contains('scripts/preview-deploy.sh:2 → prisma db push --accept-data-loss')
assert log.contains('(the exception at <exception> 1 of the configuration expired on 2020-01-31:')
assert log.contains('<exception> 1: The catalogue has no entry prisma-db-psh. Did you mean prisma-db-push?')
assert log.contains('<exception> 1: "soon" is not a date such as 2027-01-31. Write year-month-day.')
assert log.count('A destructive schema push can run in this build:') == 3
