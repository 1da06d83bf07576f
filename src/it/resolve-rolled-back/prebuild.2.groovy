import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('DROP INDEX code_value_key')
