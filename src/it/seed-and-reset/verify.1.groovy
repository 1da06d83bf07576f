import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.database().query('SELECT name FROM country ORDER BY code') == ['Austria, Republic of', 'Sweden']
assert project.database().query("SELECT name FROM shop.customer ORDER BY id") == ['Ada', 'Joe "the boat"']
assert project.database().query("SELECT name || ' ' || row_count FROM migrate_seed ORDER BY name") == ['010-country.csv 2', '020-shop.customer.csv 2', '030-payments.sql 5']
// The next customer does not meet a number that a seed has taken.
assert project.database().query("INSERT INTO shop.customer (name) VALUES ('Eve') RETURNING id") == ['9']
