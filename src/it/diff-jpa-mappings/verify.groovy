import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().count('The changelog produces the JPA entities: no difference.') == 2
assert project.report('diff').error == null
def changelog = project.text('src/main/resources/db/changelog/db.changelog-master.sql')
assert changelog =~ /colour character varying\(255\) COLLATE \S*"C"/
assert changelog =~ /(?s)twice integer GENERATED ALWAYS AS \(.*?\) STORED/
