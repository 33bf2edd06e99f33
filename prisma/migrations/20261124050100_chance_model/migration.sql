-- Chances found by another model than today's are found anew, whatever the data.
ALTER TABLE "late_chance_state" ADD COLUMN "model" INTEGER NOT NULL DEFAULT 0;
