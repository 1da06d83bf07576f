--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second
UPDATE first SET id = 1 WHERE first.idd = 2;
