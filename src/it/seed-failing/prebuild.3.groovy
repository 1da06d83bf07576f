import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('seed').error.code == 'seed-failed'
assert project.report('seed').error.file == 'src/main/database/seed/020-more.sql'
assert project.database().query('SELECT count(*) FROM country') == ['0']
project.edit('src/main/database/seed/020-more.sql', "VALUES ('AT', NULL);", "VALUES ('DK', 'Danmark'); COMMIT;")
null
