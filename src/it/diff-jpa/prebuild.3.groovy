import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.edit('src/main/java/shop/Purchase.java', '    BigDecimal total;', '    BigDecimal total;\n\n    String note;')
project.edit('src/main/java/shop/Customer.java', '        PAID', '        PAID,\n        LOST')
