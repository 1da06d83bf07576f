--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id int PRIMARY KEY);

--changeset ada:lines
CREATE TABLE line (id int PRIMARY KEY);

--changeset bob:lines
CREATE TABLE shipment_line (id int PRIMARY KEY);
