import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/database/schema.sql', '"startedAt" timestamptz NOT NULL DEFAULT now()', '''"startedAt" timestamptz NOT NULL DEFAULT now(),
    "idempotencyKey" text UNIQUE''')
null
