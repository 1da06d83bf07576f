--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int);

--changeset ann:second
ALTER TABLE first
  ADD COLUM note text;
