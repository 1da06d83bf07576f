import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('''
    CREATE TABLE IF NOT EXISTS databasechangeloglock (
        id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255));
    DELETE FROM databasechangeloglock;
    INSERT INTO databasechangeloglock VALUES (1, true, now(), 'build-7 (10.0.0.7)')''')
