-- CreateEnum
CREATE TYPE "alias_kind" AS ENUM ('unit', 'procedure');

-- What was read of the file and what beside it: sheets, rows that are no dossiers.
ALTER TABLE "import_batch" ADD COLUMN "reading" JSONB;

-- CreateTable
CREATE TABLE "column_mapping" (
    "province_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("province_id","source_id","fingerprint")
);

-- CreateTable
CREATE TABLE "source_alias" (
    "province_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "kind" "alias_kind" NOT NULL,
    "text_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "unit_id" INTEGER,
    "procedure_id" INTEGER,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_alias_pkey" PRIMARY KEY ("province_id","source_id","kind","text_key")
);

-- An alias names one thing, of its own kind.
ALTER TABLE "source_alias" ADD CONSTRAINT "source_alias_names_one"
    CHECK (("unit_id" IS NOT NULL) = ("kind" = 'unit') AND ("procedure_id" IS NOT NULL) = ("kind" = 'procedure'));

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_alias" ADD CONSTRAINT "source_alias_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_alias" ADD CONSTRAINT "source_alias_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_alias" ADD CONSTRAINT "source_alias_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_alias" ADD CONSTRAINT "source_alias_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_alias" ADD CONSTRAINT "source_alias_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
