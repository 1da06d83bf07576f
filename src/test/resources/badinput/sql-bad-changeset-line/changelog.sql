--liquibase formatted sql

--changeset first
CREATE TABLE first (id int);
