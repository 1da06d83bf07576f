import io.github.migratemaven.testing.ItProject

def log = new ItProject(basedir).log()
def realm = log.substring(log.indexOf('Populating class realm plugin>org.apache.maven.plugins:maven-enforcer-plugin'))
def jars = realm.readLines().findAll { it =~ /Included: +\S+:jar:/ }.collect { (it =~ /Included: +(\S+?):jar:/)[0][1] }

// The enforcer plugin's own, and two of ours: no Liquibase, no driver, nothing that unpacks, no JSON library.
def ours = jars.findAll { !it.startsWith('org.apache.') && !it.startsWith('org.codehaus.plexus') && !it.startsWith('commons-') }
assert ours.contains('io.github.migratemaven:migrate-maven-plugin')
def foreign = ['liquibase', 'postgresql', 'commons-compress', ':xz', 'jackson', 'opencsv', 'snakeyaml-engine']
assert foreign.findAll { name -> jars.any { it.contains(name) } } == ['snakeyaml-engine']

def size = { String folder, String ending ->
    def found = []
    new File(localRepositoryPath, folder).eachFileRecurse { if (it.name.endsWith(ending)) found << it.length() }
    found.max()
}
def bytes = size('io/github/migratemaven/migrate-maven-plugin', '-rules.jar') + size('org/snakeyaml/snakeyaml-engine', '.jar')
assert bytes < 2_000_000
return null
