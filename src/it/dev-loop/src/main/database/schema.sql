-- The schema as it is to be.
CREATE TABLE workflow (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE "WorkflowExecution" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "workflowId" bigint NOT NULL REFERENCES workflow,
    "startedAt" timestamptz NOT NULL DEFAULT now()
);
