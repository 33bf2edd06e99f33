import "server-only";
import type pg from "pg";

/** First key of the advisory lock under which a province's days are made; the second is the province. */
export const DAYS_LOCK = 7_254_104;

const COUNTED_ON_DAY = ["received_direct", "received_online", "received_postal"]
  .concat(["early", "on_time", "late", "resolved_undated", "returned"])
  .map((column) => `${column} <> 0`)
  .join(" OR ");

/**
 * Notes the days on which changed dossiers were received or closed, before and after the change: their rows in
 * `quality_day` are to be made anew. From the temporary table `movement_delta`, in the transaction that changes them.
 */
export async function noteQualityDays(client: pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO quality_change (province_id, unit_id, day)
     SELECT DISTINCT province_id, unit_id, day FROM movement_delta WHERE ${COUNTED_ON_DAY}`,
  );
}

/**
 * The same of all days in the ledger of a province that had none before this transaction. Unless somebody is making the
 * days of the province at this moment, they need not be noted one by one: nothing that was made holds any more.
 */
export async function noteFirstDays(client: pg.ClientBase, provinceId: number): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock_shared($1, $2) AS taken", [
    DAYS_LOCK,
    provinceId,
  ]);
  await client.query(
    rows[0]?.taken === true
      ? "DELETE FROM quality_state WHERE province_id = $1"
      : `INSERT INTO quality_change (province_id, unit_id, day)
         SELECT province_id, unit_id, day FROM ledger_day WHERE province_id = $1 AND (${COUNTED_ON_DAY})`,
    [provinceId],
  );
}

/** The same of dossiers in the temporary table `change` whose computed due day alone is another. */
export async function notePromises(client: pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO quality_change (province_id, unit_id, day)
     SELECT DISTINCT d.province_id, d.unit_id, d.received_on
       FROM change c JOIN dossier d ON d.province_id = c.province_id AND d.id = c.id WHERE d.counted`,
  );
}
