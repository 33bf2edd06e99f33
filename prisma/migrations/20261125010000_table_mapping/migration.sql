-- A header that a clerk has explained is either a dossier list's or an aggregate table's.
ALTER TABLE "column_mapping" ADD COLUMN "holds_aggregates" BOOLEAN NOT NULL DEFAULT false;
