import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('diff').steps*.sql.collect { it.replaceAll(/\s+/, ' ') } == ['ALTER TABLE public.purchases DROP COLUMN note']
