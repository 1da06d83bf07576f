--liquibase formatted sql

--changeset ada:notes
CREATE SCHEMA notes;
CREATE TABLE notes.note (id bigint PRIMARY KEY);
--rollback DROP SCHEMA notes CASCADE;
