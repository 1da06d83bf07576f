import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def green = project.report('verify')
assert green.error == null
assert green.findings*.id == ['rollbacks-proved']
assert green.findings[0].message ==~ /(\d+) of \1 rollbacks were proved on PostgreSQL .*/

def broken = project.json('target/broken/verify.json')
def changes = 'src/main/resources/db/changelog/changes/'
assert broken.findings.findAll { it.severity == 'error' }.collect { [it.id, it.file - changes, it.line] } == [
    ['rollback-irreversible', '0010-order-totals.sql', 3],
    ['rollback-blocked', '0014-payments.sql', 18],
    ['rollback-wrong', '0019-display-name-sync.sql', 18]]
assert broken.findings.find { it.id == 'rollback-wrong' }.message.contains('function public.fill_display_name() is there')
assert broken.error.code == 'rollback-irreversible'
assert broken.error.message.endsWith('(and 2 more, see the findings above)')
