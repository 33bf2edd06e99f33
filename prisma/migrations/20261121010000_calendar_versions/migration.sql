-- An entry may hold for one unit and everything below it. An edition says who made it, why, what it restores
-- and what it moved (docs/decisions/0011).
ALTER TABLE "calendar_version" ADD COLUMN "created_by" INTEGER,
ADD COLUMN "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN "restores" INTEGER,
ADD COLUMN "effect" JSONB;

ALTER TABLE "calendar_day" ADD COLUMN "unit_id" INTEGER;

-- One entry per day and place. "The whole province" (no unit) is one place too.
DROP INDEX "calendar_day_version_id_day_key";
CREATE UNIQUE INDEX "calendar_day_version_id_day_unit_id_key" ON "calendar_day"("version_id", "day", "unit_id") NULLS NOT DISTINCT;

ALTER TABLE "calendar_version" ADD CONSTRAINT "calendar_version_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
