import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = { folder -> project.json("target/${folder}/diff.json").error }
assert error('not-compiled').code == 'classes-not-compiled'
assert error('not-compiled').hint.contains('mvn process-classes migrate:diff')
assert error('no-hibernate').code == 'no-hibernate'
assert error('no-hibernate').hint.contains('org.hibernate.orm:hibernate-core')
assert error('no-entities').code == 'no-entities'
assert error('no-entities').message.contains('com.acme.orders')
assert error('no-unit').code == 'unknown-persistence-unit'
assert error('both').code == 'bad-parameter'
assert error('view').code == 'entities-not-merged'
assert error('view').message.contains('cannot alter type of a column used by a view')
assert error('view').hint.contains('migrate:new')
assert error('rows').code == 'entities-not-merged'
assert error('rows').message.contains('contains null values')
assert error('rows').hint.contains('@ColumnDefault')
assert error('type').code == 'entities-refused'
assert error('type').message.contains('type "citext" does not exist')
assert error('mapping').code == 'hibernate-failed'
assert error('mapping').message.contains('shop.Customer.mail')
assert error('mapping').hint.contains('target/mapping/jpa/hibernate.log')
assert error('stale').code == 'classes-stale'
assert error('stale').file == 'src/main/java/shop/Customer.java'
assert error('units').code == 'several-persistence-units'
assert error('units').message.contains('shop, audit')
