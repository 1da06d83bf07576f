--liquibase formatted sql

--changeset ada:authors
CREATE TABLE author (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);
--rollback DROP TABLE author;
