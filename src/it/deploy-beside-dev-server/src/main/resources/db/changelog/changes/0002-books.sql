--liquibase formatted sql

--changeset ada:books
CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id bigint NOT NULL REFERENCES author,
    title text NOT NULL,
    published_in integer CHECK (published_in > 1400)
);
--rollback DROP TABLE book;
