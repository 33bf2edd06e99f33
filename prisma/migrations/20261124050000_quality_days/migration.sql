-- What the quality checks find, by unit and day: derived from the dossiers by src/server/quality, and made anew for the
-- days on which dossiers changed. No kept answer is void for it: the change itself was counted.
CREATE TABLE "quality_day" (
    "province_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "receiving_unit_id" INTEGER NOT NULL,
    "received" INTEGER NOT NULL,
    "promise_longer" INTEGER NOT NULL,
    "promise_shorter" INTEGER NOT NULL,
    "closed" INTEGER NOT NULL,
    "closed_on_time" INTEGER NOT NULL,
    "closed_at_evening" INTEGER NOT NULL,
    "closed_without_result" INTEGER NOT NULL,
    "withdrawn_late" INTEGER NOT NULL,
    "tells_moment" BOOLEAN NOT NULL,
    "tells_handover" BOOLEAN NOT NULL,
    "tells_pause" BOOLEAN NOT NULL,
    "tells_computed_due" BOOLEAN NOT NULL,

    CONSTRAINT "quality_day_pkey" PRIMARY KEY ("province_id", "day", "unit_id", "source_id", "receiving_unit_id")
);

-- Days of units on which dossiers changed since, noted by the transaction that changed them. As many notes of a day as
-- changes, as whoever makes the day anew takes back only the notes it has seen.
CREATE TABLE "quality_change" (
    "province_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "quality_change_pkey" PRIMARY KEY ("province_id", "id")
);

-- The rules by which the days of a province were made. Other rules make all of them anew.
CREATE TABLE "quality_state" (
    "province_id" INTEGER NOT NULL,
    "rules" TEXT NOT NULL,

    CONSTRAINT "quality_state_pkey" PRIMARY KEY ("province_id")
);
