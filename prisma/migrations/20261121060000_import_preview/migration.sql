-- What a previewed batch would do, and the state of the figures it was computed from (src/lib/import-preview.ts).
ALTER TABLE "import_batch" ADD COLUMN "preview" JSONB;
