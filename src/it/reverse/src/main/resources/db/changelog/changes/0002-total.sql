--liquibase formatted sql

--changeset ada:total
ALTER TABLE orders ADD COLUMN total numeric(12, 2);
COMMENT ON COLUMN orders.total IS 'Gross; in euros';
--rollback ALTER TABLE orders DROP COLUMN total;
