-- Answers that took long to find, for the other web processes and for the next start. An answer holds under the count of
-- changes (data_version) it was found under, and under no other.
CREATE TABLE "kept_answer" (
    "key" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "rows" JSONB NOT NULL,

    CONSTRAINT "kept_answer_pkey" PRIMARY KEY ("key")
);
