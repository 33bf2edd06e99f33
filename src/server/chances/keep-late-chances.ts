import "server-only";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { CHANCE_MODEL } from "@/lib/insight/late-chances";
import type { CalendarDay } from "@/lib/sla";
import { database } from "../db";
import { dataVersion } from "../kept-rows";
import { findLateChances } from "./find-late-chances";

/** First key of the advisory lock under which a province's chances are found; the second is the province. */
const CHANCES_LOCK = 7_254_103;

type Kept = { readonly version: number; readonly done: Promise<void> };

/** By province; of the database that was asked. */
const stores = new WeakMap<pg.Pool, Map<number, Kept>>();

export type ChanceState = {
  /** The count of changes (`data_version`) under which the chances were found. */
  readonly version: number;
  readonly model: number;
  /** The evening from which they look ahead; null where there are none. */
  readonly asOf: CalendarDay | null;
};

const STATE_SQL = `SELECT s.version, s.model,
    (SELECT c.as_of FROM late_chance c WHERE c.province_id = s.province_id LIMIT 1) AS "asOf"
  FROM late_chance_state s WHERE s.province_id = $1`;
const INSERT_SQL = `INSERT INTO late_chance (province_id, as_of, unit_id, procedure_id, due_on, chance, is_thin)
  SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::date[], $6::float8[], $7::bool[])`;

/**
 * Sees to it that `late_chance` holds what the dossiers of the viewer's province tell by now, by the model of today:
 * whoever asks first after a change finds the chances anew, the others wait for that or find them kept. After an import
 * its worker asks first.
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

/** What is kept for a province by now; null before the first time. */
export async function readChanceState(on: pg.Pool | pg.PoolClient, provinceId: number): Promise<ChanceState | null> {
  const { rows } = await on.query<ChanceState>(STATE_SQL, [provinceId]);
  return rows[0] ?? null;
}

/** One process at a time. What commits meanwhile has another version, and is seen to by whoever sees it. */
async function renew(pool: pg.Pool, viewer: Viewer, version: number): Promise<void> {
  const { provinceId } = viewer;
  if (await isKept(pool, provinceId, version)) return;
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // It waits for another process that finds them, and then while they are found here.
    await client.query("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [CHANCES_LOCK, provinceId]);
    if (!(await isKept(client, provinceId, version))) {
      // Answers found by another model are no answers any more, though no dossier changed.
      const before = await readChanceState(client, provinceId);
      if (before?.model !== CHANCE_MODEL) await client.query("DELETE FROM kept_answer");
      const { asOf, chances } = await findLateChances(viewer);
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
        `INSERT INTO late_chance_state (province_id, version, model) VALUES ($1, $2, $3)
         ON CONFLICT (province_id) DO UPDATE SET version = EXCLUDED.version, model = EXCLUDED.model`,
        [provinceId, version, CHANCE_MODEL],
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

async function isKept(on: pg.Pool | pg.PoolClient, provinceId: number, version: number): Promise<boolean> {
  const state = await readChanceState(on, provinceId);
  return state !== null && state.version >= version && state.model === CHANCE_MODEL;
}
