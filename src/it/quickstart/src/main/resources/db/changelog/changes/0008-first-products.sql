--liquibase formatted sql

--changeset mara:first-products
--comment The shop opens with these, and with the account that counter sales go to.
INSERT INTO product (sku, name, description, price_cents, stock) VALUES
    ('CUP-0001', 'Cup', 'Stoneware; holds 250 ml', 1490, 120),
    ('CUP-0002', 'Cup -- large', 'Stoneware; holds 400 ml', 1890, 80),
    ('POT-0001', 'Tea pot', 'Cast iron, 1 litre', 6900, 15),
    ('TEA-0001', 'Sencha', 'Green tea, 100 g', 1150, 300);
INSERT INTO customer (email, first_name, last_name) VALUES ('counter@shop.example', 'Counter', 'Sales');
--rollback DELETE FROM customer WHERE email = 'counter@shop.example';
--rollback DELETE FROM product WHERE sku IN ('CUP-0001', 'CUP-0002', 'POT-0001', 'TEA-0001');
