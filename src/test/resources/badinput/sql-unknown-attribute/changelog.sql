--liquibase formatted sql

--changeset ann:first runInTransaction:perhaps
CREATE TABL first (id int);
