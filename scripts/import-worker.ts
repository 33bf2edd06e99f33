// Previews or applies one recorded batch, then ends. Started by the server, one process a batch.
import { rm } from "node:fs/promises";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { closeDatabase } from "@/server/db";
import { AppError } from "@/server/errors";
import { fileSource } from "@/server/imports/file-source";
import { hashFile } from "@/server/imports/hash-file";
import { failBatch } from "@/server/imports/batch-rows";
import { loadBatch } from "@/server/imports/load-batch";
import { runBatch } from "@/server/imports/run-batch";
import { uploadPath } from "@/server/imports/upload-path";

async function work(provinceId: number, batchId: number, dryRun: boolean): Promise<void> {
  const viewer = operatorViewer(provinceId);
  const batch = await loadBatch(viewer, batchId);
  const filePath = uploadPath(provinceId, batchId);
  const sha256 = await hashFile(filePath).catch(() => null);
  if (sha256 !== batch.fileSha256) {
    await failBatch(batch, new AppError("importStale"));
    return;
  }
  await runBatch(batch, {
    source: fileSource(filePath, batch.fileName),
    scopePath: viewer.scopePath,
    dryRun,
    waitMs: null,
    answersEach: false,
    onProgress: () => {},
  });
  if (!dryRun) await rm(filePath, { force: true });
}

const [provinceId, batchId, task] = process.argv.slice(2);
try {
  await work(Number(provinceId), Number(batchId), task === "preview");
} catch (error) {
  // An expected failure is in the batch's row already.
  if (!(error instanceof AppError)) throw error;
} finally {
  await closeDatabase();
}
