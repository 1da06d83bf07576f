import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('reverse').error == null
assert project.report('deploy').applied*.id == project.report('reverse').pending*.id
assert project.report('reverse').pending*.id[0] == 'V1_9__revert_v1_8_rename_mail_of_customer_in_steps_6_and_5_before'
assert project.database().query("SELECT attname FROM pg_attribute WHERE attrelid = 'customer'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1") == ['id', 'mail', 'note']
null
