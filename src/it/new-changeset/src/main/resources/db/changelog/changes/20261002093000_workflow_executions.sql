--liquibase formatted sql

--changeset ada:workflow_executions
CREATE TABLE workflow_executions (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, workflow_id bigint NOT NULL REFERENCES workflow);
--rollback DROP TABLE workflow_executions;
