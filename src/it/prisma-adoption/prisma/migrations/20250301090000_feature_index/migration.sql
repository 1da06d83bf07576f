CREATE INDEX CONCURRENTLY "Feature11_workspaceId_idx" ON "Feature11"("workspaceId");
CREATE INDEX CONCURRENTLY "Feature12_workspaceId_idx" ON "Feature12"("workspaceId");
