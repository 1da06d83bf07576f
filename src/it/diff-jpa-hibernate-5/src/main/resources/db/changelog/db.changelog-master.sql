--liquibase formatted sql

--changeset ada:customers
CREATE SCHEMA crm;
CREATE TABLE crm.customer (
  id bigserial PRIMARY KEY,
  shortname text CONSTRAINT short_names_differ UNIQUE,
  credit numeric NOT NULL,
  parent_id bigint CONSTRAINT parent_fk REFERENCES crm.customer (id) ON DELETE SET NULL
);
--rollback DROP SCHEMA crm CASCADE;
