import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('ALTER DATABASE "read-only-database" SET default_transaction_read_only = on')
