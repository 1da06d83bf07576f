def changelog = new File(basedir, 'src/main/resources/db/changelog/db.changelog-master.sql')
changelog << new File(basedir, 'target/migrate/diff.sql').text.substring('--liquibase formatted sql\n'.length())
null
