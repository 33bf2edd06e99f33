import "server-only";
import pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { recordAuditOn } from "../audit/record-audit-on";
import { connectionConfig } from "../db";
import { AppError } from "../errors";
import { undoAggregates } from "../imports/aggregates/undo-aggregates";
import { loadBatch } from "../imports/load-batch";
import { undoBatch, type Undone } from "../imports/undo-batch";
import { takeImportLock } from "../ledger/take-import-lock";

/**
 * Takes back the newest batch of a source: dossiers, pauses, counts and the as-of day are as before it, in one
 * transaction. Throws `notFound`, `importBusy`, and `importNotUndoable` for a batch that is not the
 * newest of its source or whose past is no longer kept.
 */
export async function undoImport(viewer: Viewer, { batchId }: { readonly batchId: number }): Promise<Undone> {
  const { provinceId, sourceId, holdsAggregates } = await loadBatch(viewer, batchId);
  const client = new pg.Client({ ...connectionConfig(), application_name: "dung-hen undo" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL jit = off");
    await takeImportLock(client, provinceId, "importBusy");
    await requireNewest(client, provinceId, sourceId, batchId);
    const undone = holdsAggregates
      ? await undoAggregates(client, provinceId, batchId)
      : await undoBatch(client, provinceId, batchId);
    await client.query(
      "UPDATE import_batch SET state = 'undone', is_undoable = false WHERE province_id = $1 AND id = $2",
      [provinceId, batchId],
    );
    await recordAuditOn(client, viewer, { action: "undoImport", subject: String(batchId), details: undone });
    await client.query("COMMIT");
    return undone;
  } finally {
    // An open transaction ends with its connection: nothing of it stays.
    await client.end();
  }
}

async function requireNewest(
  client: pg.ClientBase,
  provinceId: number,
  sourceId: number,
  batchId: number,
): Promise<void> {
  const { rows } = await client.query<{ id: number; isUndoable: boolean }>(
    `SELECT id, is_undoable AS "isUndoable" FROM import_batch
      WHERE province_id = $1 AND source_id = $2 AND state = 'applied' ORDER BY applied_at DESC, id DESC LIMIT 1`,
    [provinceId, sourceId],
  );
  const [newest] = rows;
  if (newest?.id !== batchId || !newest.isUndoable) throw new AppError("importNotUndoable");
}
