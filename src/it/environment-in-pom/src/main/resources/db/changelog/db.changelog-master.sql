--liquibase formatted sql

--changeset ada:countries
CREATE TABLE country (code text PRIMARY KEY, name text NOT NULL);
--rollback DROP TABLE country;
