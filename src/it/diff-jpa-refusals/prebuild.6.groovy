import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/java/shop/Customer.java', 'length = 50', '''length = 60''')
