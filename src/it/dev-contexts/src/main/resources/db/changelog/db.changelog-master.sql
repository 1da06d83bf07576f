--liquibase formatted sql

--changeset me:orders
CREATE TABLE orders (id bigint PRIMARY KEY);
--rollback DROP TABLE orders;

--changeset me:demo context:demo
CREATE TABLE demo_orders (id bigint PRIMARY KEY);
--rollback DROP TABLE demo_orders;
