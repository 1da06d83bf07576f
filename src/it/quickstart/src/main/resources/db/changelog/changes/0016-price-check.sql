--liquibase formatted sql

--changeset mara:price-check
--comment First half: new rows are checked from now on. NOT VALID needs no scan, so the lock is short.
ALTER TABLE product ADD CONSTRAINT product_price_not_negative CHECK (price_cents >= 0) NOT VALID;
--rollback ALTER TABLE product DROP CONSTRAINT product_price_not_negative;
