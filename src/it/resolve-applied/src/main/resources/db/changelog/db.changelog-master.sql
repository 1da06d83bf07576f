--liquibase formatted sql

--changeset ada:codes
CREATE TABLE code (value text);
INSERT INTO code VALUES ('a'), ('a');

--changeset ada:codes-unique runInTransaction:false
CREATE UNIQUE INDEX CONCURRENTLY code_value_key ON code (value);
