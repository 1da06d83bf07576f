UPDATE "Workflow" SET "note" = '' WHERE "note" IS NULL;

-- AlterTable
ALTER TABLE "Workflow" ALTER COLUMN "note" SET NOT NULL;
