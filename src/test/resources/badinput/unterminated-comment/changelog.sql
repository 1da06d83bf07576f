--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second splitStatements:false
SELECT 1;
/* for later
SELECT 2;
