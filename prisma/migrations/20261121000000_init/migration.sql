-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "unit_level" AS ENUM ('province', 'department', 'district', 'division', 'commune');

-- CreateEnum
CREATE TYPE "time_limit_unit" AS ENUM ('workingDay', 'workingHour', 'calendarDay', 'month');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('direct', 'online', 'postal');

-- CreateEnum
CREATE TYPE "dossier_status" AS ENUM ('registered', 'accepted', 'refused', 'processing', 'awaitingSupplement', 'awaitingPayment', 'withdrawn', 'stopped', 'resolved', 'handedOver');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('early', 'onTime', 'late', 'undated', 'returned');

-- CreateEnum
CREATE TYPE "batch_state" AS ENUM ('uploaded', 'previewing', 'previewed', 'applying', 'applied', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'province_office', 'province_leader', 'inspector', 'district_leader', 'commune_officer');

-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('off', 'work');

-- CreateTable
CREATE TABLE "province" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Asia/Ho_Chi_Minh',

    CONSTRAINT "province_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "unit_level" NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" INTEGER,
    "path" TEXT NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "valid_until" DATE,
    "population" INTEGER,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "predecessor_id" INTEGER NOT NULL,
    "successor_id" INTEGER NOT NULL,
    "effective_on" DATE NOT NULL,
    "extent" TEXT NOT NULL DEFAULT 'whole',

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procedure" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field_id" INTEGER NOT NULL,

    CONSTRAINT "procedure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procedure_time_limit" (
    "id" SERIAL NOT NULL,
    "procedure_id" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" "time_limit_unit" NOT NULL,
    "effective_from" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "effective_until" DATE,
    "basis" TEXT NOT NULL,

    CONSTRAINT "procedure_time_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "basis" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "province_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "as_of_on" DATE NOT NULL,
    "state" "batch_state" NOT NULL DEFAULT 'uploaded',
    "failure" JSONB,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "inserted" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("province_id","id")
);

-- CreateTable
CREATE TABLE "import_problem" (
    "province_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "row_number" INTEGER NOT NULL,
    "column_name" TEXT,
    "code" TEXT NOT NULL,
    "dossier_code" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("province_id","id")
);

-- CreateTable
CREATE TABLE "dossier" (
    "province_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "receiving_unit_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "procedure_id" INTEGER NOT NULL,
    "field_id" INTEGER NOT NULL,
    "channel" "channel" NOT NULL,
    "status" "dossier_status" NOT NULL,
    "received_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(0),
    "due_on" DATE,
    "due_at" TIMESTAMPTZ(0),
    "extended_due_on" DATE,
    "finished_on" DATE,
    "finished_at" TIMESTAMPTZ(0),
    "handed_over_on" DATE,
    "officer" TEXT,
    "batch_id" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" BIGINT NOT NULL,
    "outcome" "outcome",
    "closed_on" DATE,
    "counted" BOOLEAN NOT NULL,
    "due_counted_on" DATE,
    "due_met" BOOLEAN NOT NULL,
    "paused_spans" datemultirange,
    "overdue_spans" datemultirange,
    "computed_due_on" DATE,
    "calendar_version" INTEGER NOT NULL,
    "engine_version" SMALLINT NOT NULL,

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("province_id","id")
);

-- CreateTable
CREATE TABLE "dossier_pause" (
    "province_id" INTEGER NOT NULL,
    "dossier_id" BIGINT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "reason" "dossier_status" NOT NULL,

    CONSTRAINT "dossier_pause_pkey" PRIMARY KEY ("province_id","dossier_id","from_on")
);

-- CreateTable
CREATE TABLE "ledger_day" (
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "received_direct" INTEGER NOT NULL DEFAULT 0,
    "received_online" INTEGER NOT NULL DEFAULT 0,
    "received_postal" INTEGER NOT NULL DEFAULT 0,
    "early" INTEGER NOT NULL DEFAULT 0,
    "on_time" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "resolved_undated" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "paused" INTEGER NOT NULL DEFAULT 0,
    "overdue" INTEGER NOT NULL DEFAULT 0,
    "open_undated" INTEGER NOT NULL DEFAULT 0,
    "due" INTEGER NOT NULL DEFAULT 0,
    "due_met" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_day_pkey" PRIMARY KEY ("province_id","day","unit_id")
);

-- CreateTable
CREATE TABLE "ledger_month" (
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "received_direct" INTEGER NOT NULL DEFAULT 0,
    "received_online" INTEGER NOT NULL DEFAULT 0,
    "received_postal" INTEGER NOT NULL DEFAULT 0,
    "early" INTEGER NOT NULL DEFAULT 0,
    "on_time" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "resolved_undated" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "paused" INTEGER NOT NULL DEFAULT 0,
    "overdue" INTEGER NOT NULL DEFAULT 0,
    "open_undated" INTEGER NOT NULL DEFAULT 0,
    "due" INTEGER NOT NULL DEFAULT 0,
    "due_met" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_month_pkey" PRIMARY KEY ("province_id","unit_id","month")
);

-- CreateTable
CREATE TABLE "ledger_field_month" (
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "field_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "received_direct" INTEGER NOT NULL DEFAULT 0,
    "received_online" INTEGER NOT NULL DEFAULT 0,
    "received_postal" INTEGER NOT NULL DEFAULT 0,
    "early" INTEGER NOT NULL DEFAULT 0,
    "on_time" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "resolved_undated" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "paused" INTEGER NOT NULL DEFAULT 0,
    "overdue" INTEGER NOT NULL DEFAULT 0,
    "open_undated" INTEGER NOT NULL DEFAULT 0,
    "due" INTEGER NOT NULL DEFAULT 0,
    "due_met" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_field_month_pkey" PRIMARY KEY ("province_id","unit_id","field_id","month")
);

-- CreateTable
CREATE TABLE "target" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "subtree" BOOLEAN NOT NULL DEFAULT true,
    "threshold_bp" INTEGER NOT NULL,
    "must_exceed" BOOLEAN NOT NULL DEFAULT false,
    "period_kind" TEXT NOT NULL,
    "reach_by" DATE,
    "basis" TEXT NOT NULL,
    "effective_from" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "effective_until" DATE,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frozen_month" (
    "province_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "formula" TEXT NOT NULL,
    "as_of_on" DATE NOT NULL,
    "figures" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "frozen_by" INTEGER,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "frozen_month_pkey" PRIMARY KEY ("province_id","id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" SERIAL NOT NULL,
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "login_throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "login_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "province_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("province_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "province_key_key" ON "province"("key");

-- CreateIndex
CREATE UNIQUE INDEX "unit_province_id_code_valid_from_key" ON "unit"("province_id", "code", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "unit_province_id_path_key" ON "unit"("province_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "unit_succession_province_id_predecessor_id_successor_id_key" ON "unit_succession"("province_id", "predecessor_id", "successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "field_province_id_code_key" ON "field"("province_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "procedure_province_id_code_key" ON "procedure"("province_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "procedure_time_limit_procedure_id_effective_from_key" ON "procedure_time_limit"("procedure_id", "effective_from");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_version_province_id_version_key" ON "calendar_version"("province_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_day_version_id_day_key" ON "calendar_day"("version_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "source_province_id_name_key" ON "source"("province_id", "name");

-- CreateIndex
CREATE INDEX "import_batch_province_id_created_at_idx" ON "import_batch"("province_id", "created_at");

-- CreateIndex
CREATE INDEX "import_problem_province_id_batch_id_row_number_idx" ON "import_problem"("province_id", "batch_id", "row_number");

-- CreateIndex
CREATE INDEX "dossier_province_id_unit_id_received_on_idx" ON "dossier"("province_id", "unit_id", "received_on");

-- CreateIndex
CREATE INDEX "dossier_province_id_unit_id_closed_on_idx" ON "dossier"("province_id", "unit_id", "closed_on");

-- CreateIndex
CREATE INDEX "dossier_province_id_unit_id_due_counted_on_idx" ON "dossier"("province_id", "unit_id", "due_counted_on");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_province_id_source_id_code_key" ON "dossier"("province_id", "source_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "target_province_id_unit_id_period_kind_effective_from_key" ON "target"("province_id", "unit_id", "period_kind", "effective_from");

-- CreateIndex
CREATE UNIQUE INDEX "frozen_month_province_id_unit_id_month_formula_version_key" ON "frozen_month"("province_id", "unit_id", "month", "formula", "version");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_username_key" ON "user_account"("username");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "audit_entry_province_id_at_idx" ON "audit_entry"("province_id", "at");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field" ADD CONSTRAINT "field_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_time_limit" ADD CONSTRAINT "procedure_time_limit_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_version" ADD CONSTRAINT "calendar_version_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "calendar_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_province_id_batch_id_fkey" FOREIGN KEY ("province_id", "batch_id") REFERENCES "import_batch"("province_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_pause" ADD CONSTRAINT "dossier_pause_province_id_dossier_id_fkey" FOREIGN KEY ("province_id", "dossier_id") REFERENCES "dossier"("province_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frozen_month" ADD CONSTRAINT "frozen_month_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frozen_month" ADD CONSTRAINT "frozen_month_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

