-- CreateTable
CREATE TABLE "Feature18" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature18_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature18" ADD CONSTRAINT "Feature18_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
