CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE demo_orders (id bigint PRIMARY KEY);
