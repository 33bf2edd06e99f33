import "server-only";
import type pg from "pg";
import { beginMovements, gatherMovements, postMovements } from "../ledger/post-movements";
import { recompute } from "../recompute/recompute";
import { compileCalendars } from "../sla/compile-calendars";
import { loadEdition } from "../sla/load-edition";
import { loadLocalUnits } from "../sla/load-local-units";
import { restoreSteps } from "./keep-steps";
import { STAGED_COLUMNS } from "./staging";

export type Undone = {
  /** Dossiers, or steps, the batch had inserted: gone. */
  readonly removed: number;
  /** Those it had changed: as they were. */
  readonly restored: number;
};

const RESTORED_COLUMNS = [
  ...STAGED_COLUMNS.filter((column) => column !== "code"),
  "batch_id",
  "as_of",
  "calendar_version",
  "engine_version",
];

/**
 * Takes back what a batch wrote: dossiers, pauses, steps and ledger are as before it. Inside the client's transaction,
 * which holds the import lock and knows that nothing of the source was written since. Due days that were computed
 * with a calendar no longer in force are computed anew.
 */
export async function undoBatch(client: pg.Client, provinceId: number, batchId: number): Promise<Undone> {
  await client.query("CREATE TEMP TABLE change (province_id int, id bigint, kind text) ON COMMIT DROP");
  await client.query(
    `INSERT INTO change
     SELECT province_id, dossier_id, CASE WHEN content IS NULL THEN 'confirmed' ELSE 'restored' END
       FROM dossier_before WHERE province_id = $1 AND batch_id = $2`,
    [provinceId, batchId],
  );
  const removed = await client.query(
    `INSERT INTO change
     SELECT d.province_id, d.id, 'removed'
       FROM dossier d JOIN import_batch b ON b.province_id = d.province_id AND b.id = d.batch_id
      WHERE d.province_id = $1 AND d.batch_id = $2 AND d.id BETWEEN b.first_new_id AND b.last_new_id
        AND NOT EXISTS (SELECT FROM dossier_before o
                         WHERE o.province_id = d.province_id AND o.batch_id = d.batch_id AND o.dossier_id = d.id)`,
    [provinceId, batchId],
  );
  await client.query("ANALYZE change");
  await beginMovements(client);
  await gatherMovements(client, -1, ["restored", "removed"]);
  const restored = await restore(client, batchId);
  await client.query(
    "DELETE FROM dossier d USING change c WHERE c.kind = 'removed' AND d.province_id = c.province_id AND d.id = c.id",
  );
  await gatherMovements(client, 1, ["restored"]);
  await postMovements(client);
  await client.query("DELETE FROM dossier_before WHERE province_id = $1 AND batch_id = $2", [provinceId, batchId]);
  if (restored > 0) await followCalendar(client, provinceId);
  const steps = await restoreSteps(client, provinceId, batchId);
  return { removed: (removed.rowCount ?? 0) + steps.removed, restored: restored + steps.restored };
}

async function restore(client: pg.ClientBase, batchId: number): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE dossier d SET ${RESTORED_COLUMNS.map((column) => `${column} = r.${column}`).join(", ")}
       FROM change c
       JOIN dossier_before b ON b.province_id = c.province_id AND b.batch_id = $1 AND b.dossier_id = c.id
      CROSS JOIN LATERAL jsonb_populate_record(NULL::dossier, b.content) AS r
      WHERE c.kind = 'restored' AND d.province_id = c.province_id AND d.id = c.id`,
    [batchId],
  );
  await client.query(
    `UPDATE dossier d SET as_of = b.as_of
       FROM change c JOIN dossier_before b ON b.province_id = c.province_id AND b.batch_id = $1 AND b.dossier_id = c.id
      WHERE c.kind = 'confirmed' AND d.province_id = c.province_id AND d.id = c.id`,
    [batchId],
  );
  await client.query(
    `DELETE FROM dossier_pause p USING change c
      WHERE c.kind = 'restored' AND p.province_id = c.province_id AND p.dossier_id = c.id`,
  );
  await client.query(
    `INSERT INTO dossier_pause
     SELECT p.* FROM change c
       JOIN dossier_before b ON b.province_id = c.province_id AND b.batch_id = $1 AND b.dossier_id = c.id
      CROSS JOIN LATERAL jsonb_populate_recordset(NULL::dossier_pause, b.pauses) AS p
      WHERE c.kind = 'restored'`,
    [batchId],
  );
  return rowCount ?? 0;
}

/** A calendar published since the batch holds for what comes back, too. */
async function followCalendar(client: pg.Client, provinceId: number): Promise<void> {
  const edition = await loadEdition(client, provinceId);
  const { rows } = await client.query<{ stale: boolean }>(
    `SELECT EXISTS (SELECT FROM change c JOIN dossier d ON d.province_id = c.province_id AND d.id = c.id
                     WHERE c.kind = 'restored' AND d.calendar_version <> $1) AS stale`,
    [edition.version],
  );
  if (rows[0]?.stale !== true) return;
  await client.query("DROP TABLE change, movement_delta");
  const calendars = compileCalendars(edition, await loadLocalUnits(client, provinceId, [edition]));
  await recompute(client, provinceId, {
    calendars: { before: calendars, after: calendars },
    which: "all",
    writes: true,
  });
}
