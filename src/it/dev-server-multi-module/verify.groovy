import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
['.', 'app', 'db'].each { module ->
    assert project.text("${module}/target/seen.txt") ==~ /jdbc:postgresql:\/\/127\.0\.0\.1:\d+\/app postgres/
    assert project.text("${module}/target/afterwards.txt") == '${migrate.url}'
}
assert project.has('db/.migrate/postgres-18/data/PG_VERSION')
assert !project.has('db/.migrate/postgres-18/data/postmaster.pid')
assert !project.has('.migrate') && !project.has('app/.migrate')
