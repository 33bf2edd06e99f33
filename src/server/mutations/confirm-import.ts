import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { now } from "../clock";
import { database } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { runWorker } from "../imports/run-worker";

/**
 * Begins to write what the preview showed. A second click finds the work begun and does nothing. Throws
 * `notFound`, and `importStale` for a batch that was not previewed.
 */
export async function confirmImport(viewer: Viewer, { batchId }: { readonly batchId: number }): Promise<void> {
  const { provinceId, state } = await loadBatch(viewer, batchId);
  if (state === "applying" || state === "applied") return;
  await database().prisma.$transaction(async (transaction) => {
    const { count } = await transaction.importBatch.updateMany({
      where: { provinceId, id: batchId, state: "previewed" },
      data: { state: "applying", rowsRead: 0, beganAt: null, touchedAt: now() },
    });
    if (count === 0) throw new AppError("importStale");
    await recordAudit(transaction, viewer, { action: "confirmImport", subject: String(batchId) });
  });
  void runWorker({ provinceId, batchId, task: "apply", filePath: null });
}
