-- Indexes that the load of the empty table leaves out until it is committed: no figure rests on them. A row stands here from
-- that commit until the index is built, or for longer where whoever should have built it could not.
CREATE TABLE "deferred_index" (
    "definition" TEXT NOT NULL,

    CONSTRAINT "deferred_index_pkey" PRIMARY KEY ("definition")
);

-- Two that call it at once build each index once: the second waits for the first one's rows, and then finds none. Somebody
-- who goes on writing is not waited for, as whoever comes to write behind it waits as well: the next caller tries anew.
CREATE FUNCTION "build_deferred_indexes"() RETURNS void LANGUAGE plpgsql
    SET maintenance_work_mem = '256MB' SET lock_timeout = '10s' AS $$
DECLARE
    "deferred" RECORD;
BEGIN
    FOR "deferred" IN SELECT "definition" FROM "deferred_index" ORDER BY "definition" FOR UPDATE LOOP
        EXECUTE "deferred"."definition";
        DELETE FROM "deferred_index" WHERE "definition" = "deferred"."definition";
    END LOOP;
END $$;
