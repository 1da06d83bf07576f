import io.github.migratemaven.testing.ItProject

new File(basedir, 'src/main/database/schema.sql').text = '''-- migrate:renamed-from client expand
CREATE TABLE customer (
    id bigint GENERATED ALWAYS AS IDENTITY,
    -- migrate:renamed-from mail expand
    email text NOT NULL CONSTRAINT customer_email_key UNIQUE,
    CONSTRAINT client_key PRIMARY KEY (id)
);
'''
null
