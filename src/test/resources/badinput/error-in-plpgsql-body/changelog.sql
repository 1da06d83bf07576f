--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second splitStatements:false
DO $$
BEGIN
  PERFORM 1;
  INSERT INTO nowhere VALUES (1);
END
$$;
