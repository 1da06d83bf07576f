def file = new File(basedir, 'src/main/resources/db/changelog/db.changelog-master.sql')
file.setText(file.text[0..file.text.indexOf('--changeset ada:rows') - 1], 'UTF-8')
null
