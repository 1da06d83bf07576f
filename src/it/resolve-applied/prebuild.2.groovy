import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('DELETE FROM code')
project.database().execute('REINDEX INDEX code_value_key')
