import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import { recordAudit } from "../audit/record-audit";
import { database, queryRows } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { previewImport } from "./preview-import";

/**
 * Says of which period an offered aggregate table is, and previews it anew. Throws `notFound`, `invalidInput` for
 * reversed days, and `importStale` for a batch that no longer waits for a decision.
 */
export async function setImportPeriod(viewer: Viewer, input: Period & { readonly batchId: number }): Promise<void> {
  const { provinceId, batchId } = await loadBatch(viewer, input.batchId);
  const { from, to } = input;
  if (from > to) throw new AppError("invalidInput", { field: "to", reason: "malformed" });
  const changed = await queryRows(
    `UPDATE import_batch SET period_from = $3, period_to = $4
      WHERE province_id = $1 AND id = $2 AND state IN ('previewed', 'failed') RETURNING id`,
    [provinceId, batchId, from, to],
  );
  if (changed.length === 0) throw new AppError("importStale");
  await recordAudit(database().prisma, viewer, {
    action: "setImportPeriod",
    subject: String(batchId),
    details: { from, to },
  });
  await previewImport(viewer, { batchId });
}
