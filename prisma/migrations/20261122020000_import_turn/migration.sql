-- Imports of a province take turns: one that has no beginning yet waits for another.
ALTER TABLE "import_batch" ADD COLUMN "began_at" TIMESTAMPTZ(3);
