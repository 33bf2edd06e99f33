import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { now } from "../clock";
import { database, queryRows } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { runWorker } from "../imports/run-worker";
import { IS_DEAD } from "../queries/batch-columns";

/**
 * Begins to count what a kept file would change; nothing of it is written. Throws `notFound`, and
 * `importStale` for a batch that is being written, is written, or was dropped; not for one whose server ended while
 * it was at work.
 */
export async function previewImport(viewer: Viewer, { batchId }: { readonly batchId: number }): Promise<void> {
  const { provinceId } = await loadBatch(viewer, batchId);
  await queryRows(`UPDATE import_batch b SET state = 'failed' WHERE b.province_id = $1 AND b.id = $2 AND ${IS_DEAD}`, [
    provinceId,
    batchId,
  ]);
  // At work from now on: a worker that never starts is then found by its silence.
  const { count } = await database().prisma.importBatch.updateMany({
    where: { provinceId, id: batchId, state: { in: ["uploaded", "previewed", "failed"] } },
    data: { state: "previewing", rowsRead: 0, beganAt: null, touchedAt: now() },
  });
  if (count === 0) throw new AppError("importStale");
  void runWorker({ provinceId, batchId, task: "preview", filePath: null });
}
