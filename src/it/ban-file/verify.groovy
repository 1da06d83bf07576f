import io.github.migratemaven.testing.ItProject

def log = new ItProject(basedir).log()
assert log.contains('a destructive schema push can run in this build: deploy.sh:4')
assert log.contains('config/misspelt.yml:3:5: Unknown key "raeson". Did you mean "reason"?')
