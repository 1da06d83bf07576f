import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('deploy').error
assert error.code == 'read-only'
assert error.hint.contains('RESET default_transaction_read_only')
assert project.report('status').states == ['pending']
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
