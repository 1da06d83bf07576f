import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def report = project.report('diff')
assert report.error == null
def text = project.text('target/migrate/diff.sql')
assert text.contains('ADD COLUMN country character(2)')
assert text =~ /(?s)FOREIGN KEY \(customer_id\) REFERENCES public.customers\(id\) NOT VALID.*--changeset.*VALIDATE CONSTRAINT orders_customer_fk/
assert text.contains('GRANT SELECT ON TABLE public.large_orders TO "Design readers"')
assert text.contains('CREATE POLICY germans')
assert !text.contains('elsewhere')
assert !text.contains('deployer')
// Read only: no history, no lock table.
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1") == ['customers', 'orders']
null
