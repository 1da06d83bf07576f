--liquibase formatted sql

--changeset ada:customers
CREATE TABLE customer (id bigint PRIMARY KEY, name varchar(50));
INSERT INTO customer VALUES (1, 'Ada');
CREATE VIEW names AS SELECT name FROM customer;
--rollback DROP VIEW names; DROP TABLE customer;
