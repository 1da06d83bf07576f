--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id bigint PRIMARY KEY);

--changeset ada:rows runInTransaction:false
CREATE INDEX CONCURRENTLY orders_idx ON orders (id);
--rollback DROP INDEX CONCURRENTLY orders_idx;
--rollback DROP TABLE nowhere;
