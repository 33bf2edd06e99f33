import "server-only";
import { createHash } from "node:crypto";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { database } from "../db";
import { dataVersion } from "../kept-rows";
import { DAYS_LOCK } from "./note-quality-days";
import { QUALITY_DAY_COLUMNS, qualityDaysSql } from "./quality-days-sql";

type Kept = { readonly version: number; readonly done: Promise<void> };

/** By province; of the database that was asked. */
const stores = new WeakMap<pg.Pool, Map<number, Kept>>();

/**
 * Sees to it that `quality_day` holds what the dossiers of the viewer's province tell by now: the days that changed
 * since are made anew, by whoever asks first. After an import its worker asks first.
 */
export async function keepQualityDays(viewer: Viewer): Promise<void> {
  const version = await dataVersion();
  const { pool } = database();
  const provinces = stores.get(pool) ?? new Map<number, Kept>();
  stores.set(pool, provinces);
  const known = provinces.get(viewer.provinceId);
  if (known && known.version >= version) return known.done;
  const kept: Kept = { version, done: renew(pool, viewer.provinceId) };
  provinces.set(viewer.provinceId, kept);
  try {
    await kept.done;
  } catch (error) {
    if (provinces.get(viewer.provinceId) === kept) provinces.delete(viewer.provinceId);
    throw error;
  }
}

const WHAT_IS_STALE_SQL = `SELECT p.zone, s.rules, EXISTS (SELECT FROM quality_change c WHERE c.province_id = p.id) AS changed
  FROM province p LEFT JOIN quality_state s ON s.province_id = p.id WHERE p.id = $1`;

type Stale = { readonly which: "none" | "marked" | "all"; readonly rules: string };

async function renew(pool: pg.Pool, provinceId: number): Promise<void> {
  if ((await whatIsStale(pool, provinceId)).which === "none") return;
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // Not a page's small question: all of a province is read once, by whatever way is best.
    await client.query("SET LOCAL statement_timeout = 0; SET LOCAL enable_seqscan = on; SET LOCAL work_mem = '64MB'");
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [DAYS_LOCK, provinceId]);
    const { which, rules } = await whatIsStale(client, provinceId);
    if (which !== "none") await makeAnew(client, Number(provinceId), which);
    if (which === "all") {
      // Answers found by other rules are no answers any more, though no dossier changed.
      await client.query("DELETE FROM kept_answer");
      await client.query(
        `INSERT INTO quality_state (province_id, rules) VALUES ($1, $2)
         ON CONFLICT (province_id) DO UPDATE SET rules = EXCLUDED.rules`,
        [provinceId, rules],
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

async function whatIsStale(on: pg.Pool | pg.PoolClient, provinceId: number): Promise<Stale> {
  const { rows } = await on.query<{ zone: string; rules: string | null; changed: boolean }>(WHAT_IS_STALE_SQL, [
    provinceId,
  ]);
  const [state] = rows;
  if (!state) return { which: "none", rules: "" };
  const rules = createHash("sha256")
    .update(state.zone + qualityDaysSql(provinceId, null))
    .digest("hex");
  if (state.rules !== rules) return { which: "all", rules };
  return { which: state.changed ? "marked" : "none", rules };
}

/** The notes are read before the dossiers: what is noted meanwhile stays noted, however much of it was seen. */
async function makeAnew(client: pg.PoolClient, provinceId: number, which: "marked" | "all"): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE noted ON COMMIT DROP AS
       SELECT id, unit_id, day FROM quality_change WHERE province_id = ${provinceId};
     CREATE TEMP TABLE stale_day ON COMMIT DROP AS SELECT DISTINCT unit_id, day FROM noted;
     ANALYZE noted; ANALYZE stale_day`,
  );
  const isAll = which === "all";
  await client.query(
    `CREATE TEMP TABLE fresh_day ON COMMIT DROP AS ${qualityDaysSql(provinceId, isAll ? null : "stale_day")};
     DELETE FROM quality_day q WHERE q.province_id = ${provinceId}
        ${isAll ? "" : "AND (q.unit_id, q.day) IN (SELECT unit_id, day FROM stale_day)"};
     INSERT INTO quality_day (${QUALITY_DAY_COLUMNS}) SELECT ${QUALITY_DAY_COLUMNS} FROM fresh_day ORDER BY day, unit_id;
     DELETE FROM quality_change c USING noted n WHERE c.province_id = ${provinceId} AND c.id = n.id`,
  );
}
