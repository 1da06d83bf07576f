-- CreateTable
CREATE TABLE "Feature16" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature16_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature16" ADD CONSTRAINT "Feature16_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
