import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('ALTER DATABASE "missing-privilege" OWNER TO CURRENT_USER')
