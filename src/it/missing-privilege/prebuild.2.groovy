import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('deploy').error
assert error.code == 'missing-privilege'
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
project.database().execute((error.hint =~ /GRANT [^;]+/)[0])
