--liquibase formatted sql

--changeset mara:validate-price-check
--comment Second half, in a transaction of its own: the scan of the old rows lets reads and writes pass.
ALTER TABLE product VALIDATE CONSTRAINT product_price_not_negative;
--rollback ALTER TABLE product DROP CONSTRAINT product_price_not_negative;
--rollback ALTER TABLE product ADD CONSTRAINT product_price_not_negative CHECK (price_cents >= 0) NOT VALID;
