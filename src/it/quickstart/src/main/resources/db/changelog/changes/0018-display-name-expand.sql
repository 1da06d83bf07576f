--liquibase formatted sql

--changeset jonas:display-name-expand
--comment Expand: a nullable column that the running version does not know and need not fill.
ALTER TABLE customer ADD COLUMN display_name text;
--rollback ALTER TABLE customer DROP COLUMN display_name;
