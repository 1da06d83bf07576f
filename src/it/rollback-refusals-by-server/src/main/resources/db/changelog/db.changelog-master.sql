--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id bigint PRIMARY KEY);
--rollback DROP TABLE orders;

--changeset bob:orders
ALTER TABLE orders ADD COLUMN total numeric(12, 2);
--rollback ALTER TABLE orders DROP COLUMN total;
