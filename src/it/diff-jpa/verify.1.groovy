import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def text = project.text('target/migrate/diff.sql')
assert text.contains('CREATE TABLE public.purchases')
assert text =~ /CREATE SEQUENCE public.purchases_seq\s+START WITH 1\s+INCREMENT BY 50/
assert text.contains('FOREIGN KEY (customer_id) REFERENCES public.customers(id)')
assert text.contains('ADD COLUMN state character varying(255)')
assert text.contains("'PAID'")
assert text =~ /CREATE UNIQUE INDEX CONCURRENTLY \S+ ON public.customers/
assert text.contains('purchases_customer_idx')
// What no entity says is neither dropped nor changed.
def up = text.readLines().findAll { !it.startsWith('--rollback') }.join('\n')
assert !(up =~ /DROP|VIEW|FUNCTION|POLICY|TRIGGER|shedlock|search|upper_name|since|customers_name|COMMENT|REVOKE/)
assert !up.contains('ALTER COLUMN name') && !up.contains('ALTER COLUMN id')
assert project.report('diff').error == null
assert project.log().contains('The desired schema is that of the JPA entities: 2 mapped classes, exported by the project\'s Hibernate.')
assert project.has('target/migrate/jpa/entities.sql')
new File(basedir, 'target/exported.txt').text = "${new File(basedir, 'target/migrate/jpa/entities.sql').lastModified()}"
null
