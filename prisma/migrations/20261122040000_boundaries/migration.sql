-- CreateTable
CREATE TABLE "unit_boundary" (
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "shape" JSONB NOT NULL,
    "file_name" TEXT NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_boundary_pkey" PRIMARY KEY ("province_id","unit_id")
);

-- AddForeignKey
ALTER TABLE "unit_boundary" ADD CONSTRAINT "unit_boundary_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_boundary" ADD CONSTRAINT "unit_boundary_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_boundary" ADD CONSTRAINT "unit_boundary_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
