--liquibase formatted sql

--changeset jonas:payments
CREATE TABLE payment (
    id           uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id     bigint      NOT NULL CONSTRAINT payment_order_fkey REFERENCES customer_order (id),
    amount_cents bigint      NOT NULL CONSTRAINT payment_amount_positive CHECK (amount_cents > 0),
    provider     text        NOT NULL,
    provider_ref text        NOT NULL,
    details      jsonb       NOT NULL DEFAULT '{}',
    paid_at      timestamptz NOT NULL DEFAULT now(),
    refunded_at  timestamptz,
    CONSTRAINT payment_provider_ref_key UNIQUE (provider, provider_ref),
    CONSTRAINT payment_refunded_later CHECK (refunded_at >= paid_at)
);
-- At most one payment of an order stands; refunded ones do not count.
CREATE UNIQUE INDEX payment_one_per_order_idx ON payment (order_id) WHERE refunded_at IS NULL;
--rollback DROP TABLE payment;
