new File(basedir, 'src/main/java/shop/Customer.java').setLastModified(System.currentTimeMillis() + 60000)
null
