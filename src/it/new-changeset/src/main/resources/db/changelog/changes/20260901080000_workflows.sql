--liquibase formatted sql

--changeset ada:workflows
CREATE TABLE workflow (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
--rollback DROP TABLE workflow;
