--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second
ALTER TABLE first ADD COLUMN note text;
ALTER TABLE first ADD COLUM extra text;
