--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);
