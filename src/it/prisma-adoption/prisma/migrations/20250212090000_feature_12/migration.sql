-- CreateTable
CREATE TABLE "Feature12" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature12_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature12" ADD CONSTRAINT "Feature12_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
