import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').applied == []
project.edit('src/main/database/schema.sql', '    "startedAt" timestamptz NOT NULL DEFAULT now(),\n', '')
null
