import io.github.migratemaven.testing.ItProject

def log = new ItProject(basedir).log()
assert log.contains('the build can push a schema: deploy.sh:4')
assert log.contains('config/misspelt.yml:3:5: Unknown key "raeson". Did you mean "reason"?')
