import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('CREATE TABLE made_by_hand (id int); ALTER TABLE made_by_hand OWNER TO deployer')
