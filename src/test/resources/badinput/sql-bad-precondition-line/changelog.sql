--liquibase formatted sql

--changeset ann:first
--preconditions onFail:HALT
--precondition-no-such-thing x
CREATE TABLE first (id int);
