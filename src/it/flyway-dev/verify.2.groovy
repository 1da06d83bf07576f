import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def files = new File(basedir, 'src/main/resources/db/migration').list().sort()
def written = files.findAll { it.contains('rename_mail') }
assert written == ['V1_3__rename_mail_of_customer_in_steps.sql', 'V1_4__rename_mail_of_customer_in_steps_2.sql',
    'V1_4__rename_mail_of_customer_in_steps_2.sql.conf', 'V1_5__rename_mail_of_customer_in_steps_3.sql',
    'V1_6__rename_mail_of_customer_in_steps_4.sql', 'V1_7__rename_mail_of_customer_in_steps_5.sql',
    'V1_8__rename_mail_of_customer_in_steps_6.sql']
assert project.report('deploy').states == ['up-to-date']
assert project.report('diff').error == null
assert project.database().value('SELECT count(*) FROM customer WHERE mail = email') == '3000'
null
