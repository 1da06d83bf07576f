def file = new File(basedir, 'src/main/resources/META-INF/persistence.xml')
file.parentFile.mkdirs()
file.text = '<persistence><persistence-unit name="shop"/><persistence-unit name="audit"/></persistence>'
null
