-- Of a workbook with several lists: the sheet that a clerk chose, or null for the first.
ALTER TABLE "import_batch" ADD COLUMN "sheet" TEXT;
