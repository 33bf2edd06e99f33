import "server-only";
import { rm } from "node:fs/promises";
import { Prisma } from "@/generated/prisma/client";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { uploadPath } from "../imports/upload-path";
import { removeReturnedRows } from "../uploads/returned-rows-file";
import { removeSample } from "../uploads/import-sample";

/** Drops a file that was offered and not confirmed. Throws `notFound`, `importStale` once it is being written. */
export async function cancelImport(viewer: Viewer, { batchId }: { readonly batchId: number }): Promise<void> {
  const { provinceId } = await loadBatch(viewer, batchId);
  await database().prisma.$transaction(async (transaction) => {
    const { count } = await transaction.importBatch.updateMany({
      where: { provinceId, id: batchId, state: { in: ["uploaded", "previewed", "failed"] } },
      data: { state: "cancelled", preview: Prisma.DbNull },
    });
    if (count === 0) throw new AppError("importStale");
    await recordAudit(transaction, viewer, { action: "cancelImport", subject: String(batchId) });
  });
  await rm(uploadPath(provinceId, batchId), { force: true });
  await removeSample(provinceId, batchId);
  await removeReturnedRows(provinceId, batchId);
}
