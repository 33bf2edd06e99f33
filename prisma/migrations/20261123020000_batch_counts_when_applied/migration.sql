-- Of a batch pages keep only what an applied one says: the way there (uploaded, waiting, read, previewed, failed, cancelled)
-- must not make every kept answer void.
DROP TRIGGER "count_change" ON "import_batch";

CREATE TRIGGER "count_change" AFTER DELETE OR TRUNCATE ON "import_batch"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();

CREATE TRIGGER "count_change_insert" AFTER INSERT ON "import_batch"
  FOR EACH ROW WHEN (NEW."state" = 'applied') EXECUTE FUNCTION "count_change"();

CREATE TRIGGER "count_change_update" AFTER UPDATE OF "state", "as_of_on", "applied_at", "source_id" ON "import_batch"
  FOR EACH ROW WHEN (OLD."state" = 'applied' OR NEW."state" = 'applied') EXECUTE FUNCTION "count_change"();
