import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database, queryRows } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { previewImport } from "./preview-import";

const LONGEST_NAME = 255;

/**
 * Says which sheet of a workbook with several lists is to be read, and previews it anew. Throws `notFound`,
 * `invalidInput`, and `importStale` for a batch that no longer waits for a decision.
 */
export async function chooseImportSheet(
  viewer: Viewer,
  { batchId, sheet }: { readonly batchId: number; readonly sheet: string },
): Promise<void> {
  const { provinceId } = await loadBatch(viewer, batchId);
  if (sheet === "" || sheet.length > LONGEST_NAME)
    throw new AppError("invalidInput", { field: "sheet", reason: "malformed" });
  const changed = await queryRows(
    "UPDATE import_batch SET sheet = $3 WHERE province_id = $1 AND id = $2 AND state = 'previewed' RETURNING id",
    [provinceId, batchId, sheet],
  );
  if (changed.length === 0) throw new AppError("importStale");
  await recordAudit(database().prisma, viewer, {
    action: "chooseImportSheet",
    subject: String(batchId),
    details: { sheet },
  });
  await previewImport(viewer, { batchId });
}
