import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('diff').error == null
project.database().execute("INSERT INTO client (mail) SELECT n || '@example.org' FROM generate_series(1, 20000) n")
null
