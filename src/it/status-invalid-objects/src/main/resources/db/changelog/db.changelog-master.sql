--liquibase formatted sql

--changeset ada:prices
CREATE TABLE price (cents int);
ALTER TABLE price ADD CONSTRAINT price_positive CHECK (cents > 0) NOT VALID;
CREATE INDEX price_cents_idx ON price (cents);
