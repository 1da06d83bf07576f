--liquibase formatted sql

--changeset mara:orders-by-customer-index runInTransaction:false
--comment CONCURRENTLY: the shop goes on selling while the index is built.
CREATE INDEX CONCURRENTLY customer_order_customer_placed_idx ON customer_order (customer_id, placed_at DESC);
--rollback DROP INDEX CONCURRENTLY customer_order_customer_placed_idx;
