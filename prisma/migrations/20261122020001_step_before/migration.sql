-- What a batch of progress records overwrote, so that it can be taken back (docs/decisions/0012).
CREATE TABLE "dossier_step_before" (
    "province_id" INTEGER NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "dossier_id" BIGINT NOT NULL,
    "acted_at" TIMESTAMPTZ(0) NOT NULL,
    "officer" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "content" JSONB,

    CONSTRAINT "dossier_step_before_pkey" PRIMARY KEY ("province_id","batch_id","dossier_id","acted_at","officer","office")
);

ALTER TABLE "dossier_step_before" ADD CONSTRAINT "dossier_step_before_province_id_batch_id_fkey" FOREIGN KEY ("province_id", "batch_id") REFERENCES "import_batch"("province_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
