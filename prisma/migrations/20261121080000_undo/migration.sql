-- What an applied batch overwrote, so that it can be taken back (docs/decisions/0012).
ALTER TYPE "batch_state" ADD VALUE 'undone';

ALTER TABLE "import_batch" ADD COLUMN "is_undoable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "first_new_id" BIGINT,
ADD COLUMN "last_new_id" BIGINT;

CREATE TABLE "dossier_before" (
    "province_id" INTEGER NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "dossier_id" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB,
    "pauses" JSONB,

    CONSTRAINT "dossier_before_pkey" PRIMARY KEY ("province_id","batch_id","dossier_id")
);

ALTER TABLE "dossier_before" ADD CONSTRAINT "dossier_before_province_id_batch_id_fkey" FOREIGN KEY ("province_id", "batch_id") REFERENCES "import_batch"("province_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
