--liquibase formatted sql

--changeset ada:orders
CREATE TABLE orders (id int PRIMARY KEY);

--changeset ada:optional failOnError:false
GRANT SELECT ON orders TO a_role_that_only_production_has;

--changeset ada:notes
CREATE TABLE note (text text);
