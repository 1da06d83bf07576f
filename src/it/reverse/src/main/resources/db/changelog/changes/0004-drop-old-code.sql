--liquibase formatted sql

--changeset bob:drop-old-code
ALTER TABLE orders DROP COLUMN old_code;
