import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/java/shop/Purchase.java', '    String note;', '')
