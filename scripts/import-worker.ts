// Previews or applies one recorded batch, then ends. Started by the server, one process a batch.
import { rm } from "node:fs/promises";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { closeDatabase } from "@/server/db";
import { AppError } from "@/server/errors";
import { fileSource } from "@/server/imports/file-source";
import { hashFile } from "@/server/imports/hash-file";
import { failBatch } from "@/server/imports/batch-rows";
import { loadBatch } from "@/server/imports/load-batch";
import { buildReturnedRows } from "@/server/imports/build-returned-rows";
import { runBatch } from "@/server/imports/run-batch";
import { takeSample } from "@/server/imports/take-sample";
import { uploadPath } from "@/server/imports/upload-path";
import { removeSample, writeSample } from "@/server/uploads/import-sample";
import { removeOldReturnedRows, writeReturnedRows } from "@/server/uploads/returned-rows-file";

/** Headers that a clerk can explain. */
const UNEXPLAINED = ["headerMissing", "columnMissing", "columnDuplicate"];

async function work(provinceId: number, batchId: number, dryRun: boolean): Promise<void> {
  const viewer = operatorViewer(provinceId);
  const batch = await loadBatch(viewer, batchId);
  const filePath = uploadPath(provinceId, batchId);
  const sha256 = await hashFile(filePath).catch(() => null);
  if (sha256 !== batch.fileSha256) {
    await failBatch(batch, new AppError("importStale"));
    return;
  }
  await removeSample(provinceId, batchId);
  const running = runBatch(batch, {
    source: fileSource(filePath, batch.fileName),
    scopePath: viewer.scopePath,
    dryRun,
    followsPreview: !dryRun,
    waitMs: null,
    answersEach: false,
    onProgress: () => {},
  });
  const outcome = await running.catch(async (error: unknown) => {
    if (error instanceof AppError && UNEXPLAINED.includes(error.code)) {
      await writeSample(provinceId, batchId, await takeSample(filePath, batch.fileName));
    }
    throw error;
  });
  await removeOldReturnedRows();
  const returned = await buildReturnedRows(batch, filePath, outcome.problems);
  if (returned) await writeReturnedRows(provinceId, batchId, returned);
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
