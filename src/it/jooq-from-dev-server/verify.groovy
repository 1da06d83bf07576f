import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def book = project.text('target/generated-sources/jooq/it/db/tables/Book.java')
assert book.contains('PUBLISHED_IN') && book.contains('AUTHOR_ID')
assert !project.has('target/generated-sources/jooq/it/db/tables/Databasechangelog.java')
assert project.report('start').error == null
assert project.report('deploy').target.origin == 'embedded'
assert project.report('deploy').applied*.id == ['authors', 'books']

// The build has no stop: the server is gone all the same, and nothing tells its password.
def home = new File(basedir, '.migrate/postgres-18')
assert new File(home, 'data/PG_VERSION').exists()
assert !new File(home, 'data/postmaster.pid').exists()
assert new File(home, 'leases').list().length == 0
assert !project.log().contains(new File(home, 'password').text.trim())
assert new File(basedir, '.migrate/.gitignore').text == '*\n'
