import io.github.migratemaven.testing.ItProject

new ItProject(basedir).database().query("INSERT INTO country VALUES ('AT', 'Austria') RETURNING code")
null
