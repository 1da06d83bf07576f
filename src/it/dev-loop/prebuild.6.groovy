import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.edit('src/main/database/schema.sql', '''    "startedAt" timestamptz NOT NULL DEFAULT now(),
    "idempotencyKey" text UNIQUE''', '    note text')
null
