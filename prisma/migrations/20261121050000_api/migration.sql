-- A pause that a supplement request made says which day was promised before it and which after it.
ALTER TABLE "dossier_pause" ADD COLUMN "due_before_on" DATE,
ADD COLUMN "due_after_on" DATE;

-- CreateTable
CREATE TABLE "dossier_step" (
    "province_id" INTEGER NOT NULL,
    "dossier_id" BIGINT NOT NULL,
    "acted_at" TIMESTAMPTZ(0) NOT NULL,
    "officer" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "status" "dossier_status",
    "from_on" DATE NOT NULL,
    "from_at" TIMESTAMPTZ(0),
    "due_on" DATE,
    "finished_on" DATE,
    "finished_at" TIMESTAMPTZ(0),
    "batch_id" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_step_pkey" PRIMARY KEY ("province_id","dossier_id","acted_at","officer","office")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_request" (
    "province_id" INTEGER NOT NULL,
    "token_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "answer" JSONB,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_request_pkey" PRIMARY KEY ("province_id","token_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_province_id_name_key" ON "api_token"("province_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_secret_hash_key" ON "api_token"("secret_hash");

-- AddForeignKey
ALTER TABLE "dossier_step" ADD CONSTRAINT "dossier_step_province_id_dossier_id_fkey" FOREIGN KEY ("province_id", "dossier_id") REFERENCES "dossier"("province_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_request" ADD CONSTRAINT "api_request_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;
