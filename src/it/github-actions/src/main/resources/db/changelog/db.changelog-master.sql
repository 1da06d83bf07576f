--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id int PRIMARY KEY);

--changeset ada:typo
CREATE TABEL order_line (id int);
