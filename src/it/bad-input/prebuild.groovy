// Git and editors would make UTF-8 of it.
new File(basedir, 'src/main/resources/db/latin-1.sql').setBytes(
        '--liquibase formatted sql\n\n--changeset ann:first\nCREATE TABLE größe (id int);\n'.getBytes('ISO-8859-1'))
null
