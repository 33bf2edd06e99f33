-- Counts the transactions that changed anything a page shows, so that answers can be kept until the next one.
CREATE TABLE "data_version" (
    "slot" SERIAL NOT NULL,
    "changes" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "data_version_pkey" PRIMARY KEY ("slot")
);

-- Once a transaction, and visible with its commit. Nobody waits for anybody: whoever finds no free slot makes one, and so
-- does a transaction whose snapshot may not see the newest counts.
CREATE FUNCTION "count_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  counted boolean := false;
BEGIN
  IF current_setting('dung_hen.counted_in', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('dung_hen.counted_in', pg_current_xact_id()::text, true);
    IF current_setting('transaction_isolation') = 'read committed' THEN
      UPDATE data_version SET changes = changes + 1
       WHERE slot = (SELECT slot FROM data_version ORDER BY slot LIMIT 1 FOR UPDATE SKIP LOCKED);
      counted := FOUND;
    END IF;
    IF NOT counted THEN
      INSERT INTO data_version DEFAULT VALUES;
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- Every table but those no kept answer may rest on: logins, tokens, logs, and what belongs to a batch alone.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT tablename FROM pg_tables
     WHERE schemaname = current_schema() AND tablename NOT IN (
       'data_version', '_prisma_migrations', 'session', 'login_throttle', 'api_token', 'api_request', 'audit_entry',
       'import_batch', 'import_problem', 'column_mapping', 'source_alias', 'dossier_before', 'dossier_step_before', 'saved_view', 'starred_view')
  LOOP
    EXECUTE format('CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION count_change()', name);
  END LOOP;
END $$;

-- Of a batch only what says how fresh the data are: its progress is written every moment.
CREATE TRIGGER "count_change" AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF "state", "as_of_on", "applied_at", "source_id"
  ON "import_batch" FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
