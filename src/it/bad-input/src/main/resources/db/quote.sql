--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int);

--changeset ann:second
SELECT 'oops;
