--liquibase formatted sql

--changeset mara:products
--comment What is sold. Prices are kept in cents: no rounding, one currency.
CREATE TABLE product (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku         text        NOT NULL CONSTRAINT product_sku_key UNIQUE,
    name        text        NOT NULL,
    description text        NOT NULL DEFAULT '',
    price_cents bigint      NOT NULL,
    stock       integer     NOT NULL DEFAULT 0 CONSTRAINT product_stock_not_negative CHECK (stock >= 0),
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT product_sku_form CHECK (sku ~ '^[A-Z]{3}-[0-9]{4}$')
);
COMMENT ON COLUMN product.sku IS 'Three letters, a dash, four digits; never used again';
--rollback DROP TABLE product;
