import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('dev').states == ['up-to-date']
def changelog = project.text('src/main/resources/db/changelog/db.changelog-master.sql')
assert changelog.contains('add-note-to-purchases')
assert changelog.contains('ADD COLUMN note character varying(255)')
assert changelog.contains("'LOST'")
assert changelog.count('--changeset ada:add-note-to-purchases') == 2
assert project.log().contains('The changelog produces the JPA entities: there is nothing to write.')
