--liquibase formatted sql

--changeset ada:extension
CREATE EXTENSION citext;
--rollback DROP EXTENSION citext;
