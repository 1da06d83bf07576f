import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('diff').error == null
assert project.report('diff').steps == []
assert project.log().contains('The changelog produces the JPA entities: no difference.')
// Compiled as before, with the same dependencies: Hibernate was not asked again.
assert project.text('target/exported.txt') == "${new File(basedir, 'target/migrate/jpa/entities.sql').lastModified()}"
