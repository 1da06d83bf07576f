--liquibase formatted sql

--changeset carl:crlf
--comment written on Windows
CREATE TABLE crlf (id int,
  name text); -- trailing

INSERT INTO crlf
VALUES (1, 'two
lines');
--rollback DROP TABLE crlf;

--changeset carl:crlf-body splitStatements:false stripComments:false
CREATE FUNCTION crlf_one() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  -- one
  RETURN 1;
END $$;
