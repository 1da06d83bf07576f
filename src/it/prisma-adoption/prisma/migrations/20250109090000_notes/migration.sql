-- Änderung: Notizen für Arbeitsabläufe, „kurz“
ALTER TABLE "Workflow" ADD COLUMN     "note" TEXT;
COMMENT ON COLUMN "Workflow"."note" IS 'für Menschen, nicht für Maschinen';
