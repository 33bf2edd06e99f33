-- Indexes that the load of the empty table has left out, until they are built after its commit: no figure rests on them.
-- What is found here later is what an import that was killed in between did not come to.
CREATE TABLE "deferred_index" (
    "definition" TEXT NOT NULL,

    CONSTRAINT "deferred_index_pkey" PRIMARY KEY ("definition")
);

-- Two that call it at once build each index once: the second waits for the first one's rows, and then finds none.
CREATE FUNCTION "build_deferred_indexes"() RETURNS void LANGUAGE plpgsql SET maintenance_work_mem = '256MB' AS $$
DECLARE
    "deferred" RECORD;
BEGIN
    FOR "deferred" IN SELECT "definition" FROM "deferred_index" ORDER BY "definition" FOR UPDATE LOOP
        EXECUTE "deferred"."definition";
        DELETE FROM "deferred_index" WHERE "definition" = "deferred"."definition";
    END LOOP;
END $$;
