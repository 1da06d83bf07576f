--liquibase formatted sql

--changeset bob:orders-by-total runInTransaction:false
CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);
--rollback DROP INDEX CONCURRENTLY orders_total_idx;
