import io.github.migratemaven.testing.ItProject

new ItProject(basedir).database().execute("COMMENT ON TABLE orders IS 'what customers want'")
null
