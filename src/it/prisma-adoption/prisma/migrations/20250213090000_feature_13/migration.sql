-- CreateTable
CREATE TABLE "Feature13" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature13_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature13" ADD CONSTRAINT "Feature13_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
