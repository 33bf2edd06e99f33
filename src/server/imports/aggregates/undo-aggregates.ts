import "server-only";
import type pg from "pg";
import type { Undone } from "../undo-batch";

/** Takes back the table that a batch brought: what was told before it holds again. Inside the client's transaction. */
export async function undoAggregates(client: pg.ClientBase, provinceId: number, batchId: number): Promise<Undone> {
  await client.query("DELETE FROM aggregate_figure WHERE province_id = $1 AND batch_id = $2", [provinceId, batchId]);
  const { rows } = await client.query<Undone>(
    "SELECT inserted AS removed, updated AS restored FROM import_batch WHERE province_id = $1 AND id = $2",
    [provinceId, batchId],
  );
  return rows[0] ?? { removed: 0, restored: 0 };
}
