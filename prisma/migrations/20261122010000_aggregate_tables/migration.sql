-- Months that a source knows only as tables, by unit and period (docs/decisions/0015).
ALTER TABLE "import_batch" ADD COLUMN "holds_aggregates" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "period_from" DATE,
ADD COLUMN "period_to" DATE;

CREATE TABLE "aggregate_figure" (
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "source_id" INTEGER NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "field_name" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "aggregate_figure_pkey" PRIMARY KEY ("province_id","unit_id","from_on","to_on","source_id","batch_id","field_name")
);

CREATE INDEX "aggregate_figure_province_id_batch_id_idx" ON "aggregate_figure"("province_id", "batch_id");

ALTER TABLE "aggregate_figure" ADD CONSTRAINT "aggregate_figure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "aggregate_figure" ADD CONSTRAINT "aggregate_figure_province_id_batch_id_fkey" FOREIGN KEY ("province_id", "batch_id") REFERENCES "import_batch"("province_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
