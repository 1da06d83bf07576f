--liquibase formatted sql

--changeset jonas:orders
CREATE TABLE customer_order (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint       NOT NULL CONSTRAINT customer_order_customer_fkey REFERENCES customer (id),
    status      order_status NOT NULL DEFAULT 'draft',
    placed_at   timestamptz,
    updated_at  timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT customer_order_placed_when_not_draft CHECK (status = 'draft' OR placed_at IS NOT NULL)
);
--rollback DROP TABLE customer_order;
