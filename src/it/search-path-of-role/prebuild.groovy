import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('''
    CREATE SCHEMA shop AUTHORIZATION deployer;
    ALTER ROLE deployer IN DATABASE "search-path-of-role" SET search_path = shop, public''')
