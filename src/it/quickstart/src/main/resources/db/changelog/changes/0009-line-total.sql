--liquibase formatted sql

--changeset jonas:line-total
ALTER TABLE order_item ADD COLUMN total_cents bigint GENERATED ALWAYS AS (quantity * price_cents) STORED;
--rollback ALTER TABLE order_item DROP COLUMN total_cents;
