--liquibase formatted sql

--changeset ada:workflow_executions
CREATE TABLE workflow (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);
CREATE TABLE "WorkflowExecution" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "workflowId" bigint NOT NULL REFERENCES workflow,
    "startedAt" timestamptz NOT NULL DEFAULT now()
);
--rollback DROP TABLE "WorkflowExecution";
--rollback DROP TABLE workflow;
