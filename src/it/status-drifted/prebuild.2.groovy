import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('ALTER TABLE orders ADD COLUMN patched_at timestamptz')
