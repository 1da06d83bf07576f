import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('target').target.origin == "<url> of the plugin's configuration"
assert project.report('deploy').target.origin == "<url> of the plugin's configuration"
assert project.report('deploy').states == ['up-to-date']
assert !project.log().contains('is unknown for plugin')
