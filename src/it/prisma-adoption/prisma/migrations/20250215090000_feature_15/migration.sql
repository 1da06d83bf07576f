-- CreateTable
CREATE TABLE "Feature15" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature15_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature15" ADD CONSTRAINT "Feature15_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
