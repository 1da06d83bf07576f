--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second runInTransaction:false
CREATE INDEX CONCURRENTLY first_id ON first (id);
CREATE INDEX CONCURRENTLY first_no ON first (no);
