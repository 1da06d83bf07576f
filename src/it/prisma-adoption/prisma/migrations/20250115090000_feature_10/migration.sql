-- CreateTable
CREATE TABLE "Feature10" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature10_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature10" ADD CONSTRAINT "Feature10_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
