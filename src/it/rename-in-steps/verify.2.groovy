import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def database = project.database()
assert project.report('deploy').states == ['up-to-date']
assert project.report('diff').error == null
assert database.value('SELECT count(*) FROM customer WHERE mail = email') == '20100'
// Code of yesterday and code of today.
database.execute("INSERT INTO client (mail) VALUES ('old')")
database.execute("INSERT INTO customer (email) VALUES ('new')")
database.execute("UPDATE client SET mail = 'newer' WHERE mail = 'new'")
database.execute("UPDATE customer SET email = 'older' WHERE email = 'old'")
assert database.query("SELECT mail, email FROM customer WHERE email LIKE '%er' ORDER BY 1") == ['newer|newer', 'older|older']
assert database.query("SELECT mail FROM client WHERE mail LIKE '%er' ORDER BY 1") == ['newer', 'older']
assert database.value('SELECT count(*) FROM pg_constraint WHERE NOT convalidated') == '0'
def notes = project.report('dev').findings.findAll { it.id == 'review' }*.message
assert notes.any { it.contains('columns mail and email of public.customer are kept in step') }
assert notes.any { it.contains('public.client is a view from now on') }
null
