--liquibase formatted sql

--changeset ada:mark-ran
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT count(*) FROM pg_class WHERE relname = 'made_by_hand'
CREATE TABLE made_by_hand (id int);

--changeset ada:continue
--preconditions onFail:CONTINUE
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_class WHERE relname = 'not_there_yet'
ALTER TABLE not_there_yet ADD COLUMN note text;

--changeset ada:holds
--preconditions onFail:HALT
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_class WHERE relname = 'made_by_hand'
ALTER TABLE made_by_hand ADD COLUMN note text;

--changeset ada:halt
--preconditions onFail:HALT onFailMessage:"the orders come from another system"
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_class WHERE relname = 'orders'
ALTER TABLE orders ADD COLUMN note text;

--changeset ada:not-reached
CREATE TABLE note (text text);
