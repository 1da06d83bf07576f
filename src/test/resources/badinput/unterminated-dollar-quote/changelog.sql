--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second splitStatements:false
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$
  SELECT 1;
