--liquibase formatted sql

--changeset ada:extension
CREATE EXTENSION IF NOT EXISTS citext;
--rollback DROP EXTENSION citext;

--changeset ada:countries
CREATE TABLE country (code text PRIMARY KEY, name citext NOT NULL);
--rollback DROP TABLE country;

--changeset ada:shop splitStatements:false
CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('happy', 'sad');
CREATE DOMAIN shop.cents AS integer CHECK (VALUE >= 0);
CREATE TABLE shop.customer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    mood shop.mood NOT NULL DEFAULT 'happy',
    country text REFERENCES public.country
);
CREATE TABLE shop.payment (id serial, paid_on date, amount shop.cents) PARTITION BY RANGE (paid_on);
CREATE TABLE shop.payment_2026 PARTITION OF shop.payment FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE FUNCTION shop.happier(shop.mood) RETURNS shop.mood LANGUAGE sql IMMUTABLE AS $$SELECT 'happy'::shop.mood$$;
CREATE PROCEDURE shop.forget(integer) LANGUAGE sql AS $$DELETE FROM shop.customer WHERE id = $1$$;
CREATE AGGREGATE public.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE OPERATOR public.=~= (LEFTARG = text, RIGHTARG = text, PROCEDURE = texteq);
CREATE VIEW shop.happy AS SELECT * FROM shop.customer WHERE mood = 'happy';
CREATE MATERIALIZED VIEW shop.count_of_customers AS SELECT count(*) FROM shop.customer;
CREATE TEXT SEARCH CONFIGURATION public.plain (COPY = simple);
--rollback empty
