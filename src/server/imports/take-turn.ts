import "server-only";
import type pg from "pg";
import { queryRows } from "../db";
import { FIRST_LOAD_LOCK, IMPORT_LOCK } from "../ledger/import-lock";
import { beginBatch } from "./batch-rows";
import type { BatchReference } from "./run-batch";

/**
 * Waits for the right to write the province's dossiers, until the transaction ends; PostgreSQL gives it in the
 * order of asking. Fails with SQLSTATE 55P03 after `waitMs` (null: never), and with `importCancelled`.
 */
export async function takeTurn(
  client: pg.Client,
  batch: Pick<BatchReference, "provinceId" | "batchId">,
  working: "previewing" | "applying",
  waitMs: number | null,
): Promise<void> {
  const { provinceId, batchId } = batch;
  // To PostgreSQL 0 is no limit, so that not to wait at all is to wait for a millisecond.
  const limit = waitMs === null ? 0 : Math.max(1, waitMs);
  await client.query("SELECT set_config('lock_timeout', $1, true)", [`${limit}ms`]);
  await client.query("SELECT pg_advisory_xact_lock($1, $2)", [IMPORT_LOCK, provinceId]);
  // The first load of an installation lets no other import near its table.
  await client.query("SELECT pg_advisory_xact_lock_shared($1, 0)", [FIRST_LOAD_LOCK]);
  await client.query("SET LOCAL lock_timeout = 0");
  // Whoever has the lock knows that no other batch that began can be at work. Outside the transaction: seen at once.
  await queryRows(
    `UPDATE import_batch SET state = 'failed', failure = '{"code": "connectionLost", "params": {}}'
      WHERE province_id = $1 AND id <> $2 AND state IN ('previewing', 'applying') AND began_at IS NOT NULL`,
    [provinceId, batchId],
  );
  await beginBatch(batch, working);
}
