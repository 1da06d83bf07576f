import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('DELETE FROM code')
