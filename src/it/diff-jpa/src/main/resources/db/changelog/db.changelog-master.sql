--liquibase formatted sql

--changeset ada:customers
CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  mail varchar(255),
  since timestamptz DEFAULT now(),
  search tsvector,
  upper_name text GENERATED ALWAYS AS (upper(name)) STORED
);
CREATE INDEX customers_search_idx ON customers USING gin (search);
CREATE INDEX customers_name_idx ON customers (lower(name));
ALTER TABLE customers ADD CONSTRAINT customers_name_check CHECK (name <> '');
COMMENT ON TABLE customers IS 'who buys';
INSERT INTO customers (name) VALUES ('Ada');
--rollback DROP TABLE customers;

--changeset ada:beside splitStatements:false
CREATE TABLE shedlock (name varchar(64) PRIMARY KEY, lock_until timestamp NOT NULL);
CREATE VIEW customer_names AS SELECT id, name FROM customers;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.since := now(); RETURN NEW; END';
CREATE TRIGGER customers_touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON customers USING (true);
GRANT SELECT ON customers TO PUBLIC;
--rollback DROP POLICY everybody ON customers; ALTER TABLE customers DISABLE ROW LEVEL SECURITY; DROP TRIGGER customers_touch ON customers; DROP FUNCTION touch(); DROP VIEW customer_names; DROP TABLE shedlock; REVOKE SELECT ON customers FROM PUBLIC;
