--liquibase formatted sql

--changeset ada:everywhere labels:v1
CREATE TABLE orders (id int);
COMMENT ON TABLE orders IS '${team} in ${region}';

--changeset ada:production context:prod labels:v1
CREATE TABLE audit (id int);

--changeset ada:test-data context:test labels:v1
INSERT INTO orders VALUES (1);

--changeset ada:later context:prod labels:v2
CREATE TABLE later (id int);
