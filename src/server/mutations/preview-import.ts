import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { startWorker } from "../imports/start-worker";

/**
 * Begins to count what a kept file would change; nothing of it is written. Throws `notFound`, and
 * `importStale` for a batch that is being written, written or dropped.
 */
export async function previewImport(viewer: Viewer, { batchId }: { readonly batchId: number }): Promise<void> {
  const batch = await loadBatch(viewer, batchId);
  if (["applying", "applied", "cancelled"].includes(batch.state)) throw new AppError("importStale");
  startWorker(batch.provinceId, batchId, "preview");
}
