new File(basedir, 'src/main/resources/db/migration/R__numbers.sql').text = 'CREATE OR REPLACE VIEW numbers AS SELECT 1 AS one;\n'
null
