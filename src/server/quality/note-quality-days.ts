import "server-only";
import type pg from "pg";

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

/** The same of dossiers in the temporary table `change` whose computed due day alone is another. */
export async function notePromises(client: pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO quality_change (province_id, unit_id, day)
     SELECT DISTINCT d.province_id, d.unit_id, d.received_on
       FROM change c JOIN dossier d ON d.province_id = c.province_id AND d.id = c.id WHERE d.counted`,
  );
}
