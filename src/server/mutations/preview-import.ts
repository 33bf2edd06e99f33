import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { loadBatch } from "../imports/load-batch";
import { startWorker } from "../imports/start-worker";

/** Begins to count what a kept file would change; nothing of it is written. Throws `notFound`. */
export async function previewImport(viewer: Viewer, { batchId }: { readonly batchId: number }): Promise<void> {
  const batch = await loadBatch(viewer, batchId);
  startWorker(batch.provinceId, batchId, "preview");
}
