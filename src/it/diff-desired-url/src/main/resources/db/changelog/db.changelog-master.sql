--liquibase formatted sql

--changeset ada:customers
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, mail text);
--rollback DROP TABLE customers;

--changeset ada:orders
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint NOT NULL, total numeric(12, 2));
--rollback DROP TABLE orders;
