--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id int PRIMARY KEY);

--changeset ada:totals
CREATE TABLE total (order_id int REFERENCES orders);
INSERT INTO total VALUES (1);
COMMENT ON TABLE total IS 'never reached';

--changeset ada:notes
CREATE TABLE note (text text);
