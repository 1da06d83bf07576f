import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.database().query('SELECT name FROM country ORDER BY code') == ['Austria, Republic of', 'Norge', 'Sverige']
assert project.database().query('SELECT count(*) FROM shop.payment') == ['5']
