-- CreateTable
CREATE TABLE "Feature11" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,

    CONSTRAINT "Feature11_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Feature11" ADD CONSTRAINT "Feature11_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
