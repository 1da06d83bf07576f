import io.github.migratemaven.testing.ItProject

new ItProject(basedir).edit('src/main/database/schema.sql', '    mail text NOT NULL,', '''    -- migrate:renamed-from mail expand
    email text NOT NULL CONSTRAINT customer_email_key UNIQUE,''')
null
