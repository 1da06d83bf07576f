--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second splitStatements:false
DO $$
BEGIN
  RAISE EXCEPTION 'customers without an address: %', 3 USING HINT = 'Run the clean-up first.', DETAIL = 'Ids: 1, 2, 3';
END
$$;
