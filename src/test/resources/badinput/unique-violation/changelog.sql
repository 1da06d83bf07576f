--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second
INSERT INTO first VALUES (1);
INSERT INTO first VALUES (1);
