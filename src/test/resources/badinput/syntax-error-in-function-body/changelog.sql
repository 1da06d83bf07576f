--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second splitStatements:false
CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $body$
BEGIN
  RETRN 2;
END
$body$;
