import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def status = project.report('status')
assert status.state == 'invalid-objects'
assert status.findings*.id.sort() == ['invalid-index', 'not-valid-constraint']
assert status.findings*.suggestion.any { it.contains('REINDEX INDEX CONCURRENTLY public.price_cents_idx') }
assert status.findings*.suggestion.any { it.contains('VALIDATE CONSTRAINT price_positive') }
assert status.error == null
