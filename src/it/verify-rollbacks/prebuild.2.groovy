import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def changes = 'src/main/resources/db/changelog/changes/'
// One that forgets something, one that fails, one that is gone.
project.edit(changes + '0019-display-name-sync.sql', '--rollback DROP TRIGGER customer_fill_display_name ON customer; DROP FUNCTION fill_display_name();', '--rollback DROP TRIGGER customer_fill_display_name ON customer;')
project.edit(changes + '0014-payments.sql', '--rollback DROP TABLE payment;', '--rollback DROP TABLE payments;')
project.edit(changes + '0010-order-totals.sql', '--rollback DROP VIEW order_total;', '')
null
