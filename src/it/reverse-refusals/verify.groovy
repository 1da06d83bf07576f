import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def code = { folder -> project.json("target/${folder}/reverse.json").error.code }
assert code('too-many') == 'too-many'
assert code('no-tag') == 'unknown-tag'
assert code('unknown') == 'unknown-changeset'
assert code('nothing') == 'nothing-to-reverse'
assert code('both') == 'bad-parameter'
assert code('name') == 'name-not-descriptive'
assert code('taken') == 'name-taken'
assert new File(basedir, 'src/main/resources/db/changelog/changes').list().length == 4
