--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id bigint PRIMARY KEY);
--rollback DROP TABLE orders;

--changeset ada:total
ALTER TABLE orders ADD COLUMN total numeric(12, 2);
--rollback ALTER TABLE orders DROP COLUMN total;

--changeset bob:orders-by-total runInTransaction:false
CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);
--rollback DROP INDEX CONCURRENTLY orders_total_idx;
