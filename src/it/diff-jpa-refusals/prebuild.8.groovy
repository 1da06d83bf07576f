import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/java/shop/Customer.java', 'nullable = false) String mail', '''columnDefinition = "citext") String mail''')
