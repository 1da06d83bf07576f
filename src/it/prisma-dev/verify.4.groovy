import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('reverse').error == null
assert project.report('deploy').applied*.id == project.report('reverse').pending*.id
assert project.report('reverse').pending*.id.every { it =~ /^\d{14}_revert_/ }
assert project.database().query("SELECT attname FROM pg_attribute WHERE attrelid = 'customer'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1") == ['id', 'mail', 'note']
null
