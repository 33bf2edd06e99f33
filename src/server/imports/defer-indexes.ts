import "server-only";
import type pg from "pg";
import { FIRST_LOAD_LOCK } from "../ledger/import-lock";

/** Somebody who reads the empty table is soon done; who is not keeps his place. After a second PostgreSQL ends an autovacuum. */
const LOCK_WAIT = "2s";
/** Whoever reads pauses may wait for dossiers meanwhile: less than the second after which PostgreSQL ends one of both. */
const SHORT_WAIT = "500ms";
/** SQLSTATE lock_not_available. */
const LOCK_TIMEOUT = "55P03";

/**
 * Indexes of every row with nothing but their definition to make them again by. Those of constraints stay: foreign keys
 * rest on the primary key, and rows that come in the order of their ids cost it little. Those of few rows stay, too.
 */
const INDEXES_SQL = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition, i.indisunique AS is_unique
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE i.indrelid = 'dossier'::regclass AND i.indpred IS NULL
     AND i.indisvalid AND NOT i.indisclustered AND NOT i.indisreplident
     AND c.reltablespace = 0 AND obj_description(i.indexrelid, 'pg_class') IS NULL
     AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
   ORDER BY i.indexrelid`;

/** Keeps the definitions of what is built after the commit; somebody may have made it by hand until then. */
const DEFER_SQL = `
  INSERT INTO deferred_index
  SELECT regexp_replace(definition, '^CREATE INDEX', 'CREATE INDEX IF NOT EXISTS') FROM unnest($1::text[]) AS definition`;

/** Builds what was deferred and is committed: by this import, or by one that ended before it could. */
export const BUILD_DEFERRED_SQL = "SELECT build_deferred_indexes()";

type Index = { name: string; definition: string; is_unique: boolean };

/** What hangs on dossiers: empty when they are. */
const PARTS = "dossier_pause, dossier_step";
const IS_EMPTY_SQL = "SELECT NOT EXISTS (SELECT FROM dossier) AS is_empty";

/** Makes the unique ones of the indexes again. */
export type BuildUniqueIndexes = () => Promise<void>;

/**
 * Takes the indexes off `dossier` while it is empty, so that a first large load can build each at once at its end,
 * which costs a third: the unique ones before it ends, the others after its commit (`BUILD_DEFERRED_SQL`). Until the
 * transaction ends nobody else reads the table, and no other import writes to it; a transaction that fails has its
 * indexes back. Null where the table holds rows, another import is at work or a reader does not leave the table: then
 * everything is as it was.
 */
export async function deferIndexes(client: pg.ClientBase): Promise<BuildUniqueIndexes | null> {
  if (!(await isEmpty(client))) return null;
  await client.query("SAVEPOINT indexed");
  const indexes = (await isAlone(client)) ? await listIndexes(client) : [];
  if (indexes.length === 0) {
    await client.query("ROLLBACK TO SAVEPOINT indexed");
    return null;
  }
  // Into files of their own, which go when they are not committed: a preview leaves no million dead rows to clear away.
  await client.query(
    `TRUNCATE dossier, ${PARTS}; DROP INDEX ${indexes.map(({ name }) => name).join(", ")}; RELEASE SAVEPOINT indexed`,
  );
  const definitions = (isUnique: boolean): string[] =>
    indexes.filter((index) => index.is_unique === isUnique).map(({ definition }) => definition);
  await client.query(DEFER_SQL, [definitions(false)]);
  return async () => {
    // In one message: the server goes on by itself while whoever sent it has other work.
    await client.query(["SET LOCAL maintenance_work_mem = '256MB'", ...definitions(true)].join("; "));
  };
}

/**
 * Keeps autovacuum from the empty table until the transaction ends, while everybody reads and writes. It would find no row
 * there that is committed, and whatever is planned afterwards would take the table for empty: each pause would read all of
 * it for its dossier. Another import that has the same lock does so for both.
 */
export async function keepFromVacuum(client: pg.ClientBase): Promise<void> {
  if (await isEmpty(client)) await lockTables(client, "dossier IN SHARE UPDATE EXCLUSIVE MODE", LOCK_WAIT);
}

/** No other import is at work and nobody reads the table; it stays so, and now nobody can have added a row. */
async function isAlone(client: pg.ClientBase): Promise<boolean> {
  return (
    (await isOnlyImport(client)) &&
    (await lockTables(client, "dossier IN ACCESS EXCLUSIVE MODE", LOCK_WAIT)) &&
    (await lockTables(client, `${PARTS} IN ACCESS EXCLUSIVE MODE`, SHORT_WAIT)) &&
    (await isEmpty(client))
  );
}

async function listIndexes(client: pg.ClientBase): Promise<Index[]> {
  const { rows } = await client.query<Index>(INDEXES_SQL);
  return rows;
}

async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ is_empty: boolean }>(IS_EMPTY_SQL);
  return rows[0]?.is_empty === true;
}

/** Each import holds the lock together with the others; whoever gets it alone keeps those that come waiting for their turn. */
async function isOnlyImport(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock($1, 0) AS taken", [
    FIRST_LOAD_LOCK,
  ]);
  return rows[0]?.taken === true;
}

/** Whether it could be had; what was locked stays so until the transaction ends. */
async function lockTables(client: pg.ClientBase, tables: string, wait: string): Promise<boolean> {
  await client.query(`SAVEPOINT unlocked; SET LOCAL lock_timeout = '${wait}'`);
  try {
    await client.query(`LOCK TABLE ${tables}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === LOCK_TIMEOUT)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT unlocked");
    return false;
  }
  await client.query("SET LOCAL lock_timeout = 0");
  return true;
}
