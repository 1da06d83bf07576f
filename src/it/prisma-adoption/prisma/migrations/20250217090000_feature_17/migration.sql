-- CreateTable
CREATE TABLE "Feature17" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature17_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature17" ADD CONSTRAINT "Feature17_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
