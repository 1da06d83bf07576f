import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.log().contains('[INFO] Nothing to seed: 3 seed files have run.')
project.edit('src/main/database/seed/010-country.csv', 'SE,Sweden', 'SE,Sverige\nNO,Norge')
null
