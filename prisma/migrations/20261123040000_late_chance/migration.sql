-- How likely the open dossiers are to become late, alike for those of one unit, procedure and promised day. Derived from
-- the dossiers, and thrown away whole when they change: kept for the next who asks, so no kept answer is void for it.
CREATE TABLE "late_chance" (
    "province_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "procedure_id" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "as_of" DATE NOT NULL,
    "chance" DOUBLE PRECISION NOT NULL,
    "is_thin" BOOLEAN NOT NULL,

    CONSTRAINT "late_chance_pkey" PRIMARY KEY ("province_id", "unit_id", "procedure_id", "due_on")
);

-- The count of changes (`data_version`) under which a province's chances were found.
CREATE TABLE "late_chance_state" (
    "province_id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "late_chance_state_pkey" PRIMARY KEY ("province_id")
);
