CREATE INDEX CONCURRENTLY "WorkflowExecution_workflowId_idx" ON "WorkflowExecution"("workflowId");
