import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/java/shop/Customer.java', 'length = 60', '''length = 50, nullable = false) String mail; @Column(length = 50''')
