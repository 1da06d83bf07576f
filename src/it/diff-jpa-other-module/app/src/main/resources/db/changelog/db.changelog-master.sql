--liquibase formatted sql

--changeset ada:numbers
CREATE SEQUENCE all_numbers INCREMENT BY 10 CACHE 5;
--rollback DROP SEQUENCE all_numbers;
