import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
// What an interrupted CREATE INDEX CONCURRENTLY leaves.
project.database().execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'price_cents_idx'::regclass")
