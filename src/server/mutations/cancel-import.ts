import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { dropFiles } from "../imports/drop-files";
import { endSession } from "../ledger/import-session";

/** Its last statements are not interrupted: it is waited for whether they were. */
const TIMEOUT_MS = 60_000;

/**
 * Drops a file that is not written yet: offered, previewed, waiting, being read or being written, by whichever
 * process. Nothing of it stays. Throws `notFound`, `importFinished` once it is written.
 */
export async function cancelImport(viewer: Viewer, { batchId }: { readonly batchId: number }): Promise<void> {
  const { provinceId } = await loadBatch(viewer, batchId);
  await database().prisma.$transaction(
    async (transaction) => {
      const { count } = await transaction.importBatch.updateMany({
        where: {
          provinceId,
          id: batchId,
          state: { in: ["uploaded", "previewing", "previewed", "applying", "failed"] },
        },
        data: { state: "cancelled", preview: Prisma.DbNull },
      });
      if (count === 0) throw new AppError("importFinished");
      await recordAudit(transaction, viewer, { action: "cancelImport", subject: String(batchId) });
    },
    { timeout: TIMEOUT_MS },
  );
  await endSession({ provinceId, batchId });
  await dropFiles(provinceId, batchId);
}
