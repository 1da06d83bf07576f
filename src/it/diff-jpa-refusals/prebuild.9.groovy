import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/java/shop/Customer.java', 'columnDefinition = "citext") String mail', '''unique = true) @jakarta.persistence.ManyToOne Long mail''')
