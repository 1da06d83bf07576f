--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id int PRIMARY KEY, note text);

--changeset ada:order-lines
CREATE TABLE order_line (order_id int REFERENCES orders, line int, PRIMARY KEY (order_id, line));
