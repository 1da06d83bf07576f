--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id bigint PRIMARY KEY, old_code text NOT NULL DEFAULT '', note text);
--rollback DROP TABLE orders;
