--liquibase formatted sql

--changeset ada:clients
CREATE TABLE client (
    id bigint GENERATED ALWAYS AS IDENTITY,
    mail text NOT NULL CONSTRAINT client_mail_key UNIQUE,
    CONSTRAINT client_key PRIMARY KEY (id)
);
--rollback DROP TABLE client;

--changeset ada:first-clients
INSERT INTO client (mail) SELECT 'first' || n || '@example.org' FROM generate_series(1, 100) n;
--rollback DELETE FROM client;
