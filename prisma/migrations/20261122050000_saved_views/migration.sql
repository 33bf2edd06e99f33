-- CreateTable
CREATE TABLE "saved_view" (
    "province_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "unit_id" INTEGER,
    "preset" TEXT,
    "params" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("province_id","id")
);

-- CreateTable
CREATE TABLE "starred_view" (
    "province_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "view_id" INTEGER NOT NULL,

    CONSTRAINT "starred_view_pkey" PRIMARY KEY ("province_id","user_id","view_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_province_id_user_id_name_key" ON "saved_view"("province_id", "user_id", "name");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "starred_view" ADD CONSTRAINT "starred_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "starred_view" ADD CONSTRAINT "starred_view_province_id_view_id_fkey" FOREIGN KEY ("province_id", "view_id") REFERENCES "saved_view"("province_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
