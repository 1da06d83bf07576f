--liquibase formatted sql

--changeset jonas:order-items
CREATE TABLE order_item (
    order_id    bigint  NOT NULL CONSTRAINT order_item_order_fkey REFERENCES customer_order (id) ON DELETE CASCADE,
    position    integer NOT NULL CONSTRAINT order_item_position_from_one CHECK (position >= 1),
    product_id  bigint  NOT NULL CONSTRAINT order_item_product_fkey REFERENCES product (id),
    quantity    integer NOT NULL CONSTRAINT order_item_quantity_positive CHECK (quantity > 0),
    price_cents bigint  NOT NULL,
    PRIMARY KEY (order_id, position)
);
COMMENT ON COLUMN order_item.price_cents IS 'The price when the order was placed; later price changes do not touch it';
CREATE INDEX order_item_product_idx ON order_item (product_id);
--rollback DROP TABLE order_item;
