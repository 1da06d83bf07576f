import io.github.migratemaven.testing.ItProject

new ItProject(basedir).database().execute('CREATE DATABASE "flyway-dev-by-flyway" OWNER deployer')
null
