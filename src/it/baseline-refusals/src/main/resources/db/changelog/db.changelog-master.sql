--liquibase formatted sql

--changeset it:orders
CREATE TABLE orders (id int PRIMARY KEY);
