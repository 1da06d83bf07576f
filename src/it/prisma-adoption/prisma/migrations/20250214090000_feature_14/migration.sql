-- CreateTable
CREATE TABLE "Feature14" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature14_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature14" ADD CONSTRAINT "Feature14_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
