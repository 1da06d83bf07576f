--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second
CREATE TABLE ${prefix}_orders (id int);
