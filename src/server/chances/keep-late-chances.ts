import "server-only";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { database } from "../db";
import { dataVersion } from "../kept-rows";
import { findLateChances } from "./find-late-chances";

/** First key of the advisory lock under which a province's chances are written; the second is the province. */
const CHANCES_LOCK = 7_254_103;

type Kept = { readonly version: number; readonly done: Promise<void> };

/** By province; of the database that was asked. */
const stores = new WeakMap<pg.Pool, Map<number, Kept>>();

const STATE_SQL = "SELECT version FROM late_chance_state WHERE province_id = $1";
const INSERT_SQL = `INSERT INTO late_chance (province_id, as_of, unit_id, procedure_id, due_on, chance, is_thin)
  SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::date[], $6::float8[], $7::bool[])`;

/**
 * Sees to it that `late_chance` holds what the dossiers of the viewer's province tell by now: whoever asks first after
 * a change finds the chances anew, the others wait for that or find them kept. After an import its worker asks first.
 */
export async function keepLateChances(viewer: Viewer): Promise<void> {
  const version = await dataVersion();
  const { pool } = database();
  const provinces = stores.get(pool) ?? new Map<number, Kept>();
  stores.set(pool, provinces);
  const known = provinces.get(viewer.provinceId);
  if (known && known.version >= version) return known.done;
  const kept: Kept = { version, done: renew(pool, viewer, version) };
  provinces.set(viewer.provinceId, kept);
  try {
    await kept.done;
  } catch (error) {
    if (provinces.get(viewer.provinceId) === kept) provinces.delete(viewer.provinceId);
    throw error;
  }
}

/** One process at a time. What commits meanwhile has another version, and is seen to by whoever sees it. */
async function renew(pool: pg.Pool, viewer: Viewer, version: number): Promise<void> {
  const { provinceId } = viewer;
  if (await isKept(pool, provinceId, version)) return;
  const { asOf, chances } = await findLateChances(viewer);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [CHANCES_LOCK, provinceId]);
    if (!(await isKept(client, provinceId, version))) {
      await client.query("DELETE FROM late_chance WHERE province_id = $1", [provinceId]);
      await client.query(INSERT_SQL, [
        provinceId,
        asOf,
        chances.map(({ unitId }) => unitId),
        chances.map(({ procedureId }) => procedureId),
        chances.map(({ dueOn }) => dueOn),
        chances.map(({ chance }) => chance),
        chances.map(({ isThin }) => isThin),
      ]);
      await client.query(
        `INSERT INTO late_chance_state (province_id, version) VALUES ($1, $2)
         ON CONFLICT (province_id) DO UPDATE SET version = EXCLUDED.version`,
        [provinceId, version],
      );
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function isKept(database: pg.Pool | pg.PoolClient, provinceId: number, version: number): Promise<boolean> {
  const { rows } = await database.query<{ version: number }>(STATE_SQL, [provinceId]);
  const [state] = rows;
  return state !== undefined && state.version >= version;
}
