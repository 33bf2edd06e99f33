// Previews or applies one recorded batch, then ends. Started by `runWorker`, one process a batch; ends with whoever
// started it.
import { rm } from "node:fs/promises";
import type { Viewer } from "@/lib/access/viewer";
import { describeError } from "@/lib/strings/errors";
import { IMPORT_LOG } from "@/lib/strings/import-log";
import { UNEXPLAINED_HEADERS, UNEXPLAINED_TABLES } from "@/lib/unexplained-heads";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { keepLateChances } from "@/server/chances/keep-late-chances";
import { closeDatabase } from "@/server/db";
import { askAhead } from "@/server/ask-ahead";
import { AppError } from "@/server/errors";
import { failBatch } from "@/server/imports/batch-rows";
import { buildReturnedRows } from "@/server/imports/build-returned-rows";
import { dropFiles } from "@/server/imports/drop-files";
import { fileSource } from "@/server/imports/file-source";
import { hashFile } from "@/server/imports/hash-file";
import { type LoadedBatch, loadBatch } from "@/server/imports/load-batch";
import { reachOnlyDatabase } from "@/server/imports/reach-only-database";
import { type ImportOutcome, runBatch } from "@/server/imports/run-batch";
import type { WorkerTask } from "@/server/imports/run-worker";
import { takeSample } from "@/server/imports/take-sample";
import { uploadPath } from "@/server/imports/upload-path";
import type { WorkerReport } from "@/server/imports/worker-report";
import { keepQualityDays } from "@/server/quality/keep-quality-days";
import { removeSample, writeSample } from "@/server/uploads/import-sample";
import { removePreviewChanges, writePreviewChanges } from "@/server/uploads/preview-changes-file";
import { removeOldReturnedRows, removeReturnedRows, writeReturnedRows } from "@/server/uploads/returned-rows-file";

const UNEXPLAINED = [...UNEXPLAINED_HEADERS, ...UNEXPLAINED_TABLES];
const LOG_MS = 10_000;

function report(doing: WorkerReport["doing"]): void {
  if (process.connected) process.send?.({ doing } satisfies WorkerReport);
}

/** For the server's log; who gave a file of their own watches it themselves. */
function log(line: string): void {
  if (ownPath === undefined) process.stderr.write(`${line}\n`);
}

/** What pages would wait for otherwise; whoever asks first makes up for it when it fails. */
async function prepareAnswers(viewer: Viewer): Promise<void> {
  await keepQualityDays(viewer).catch(() => {});
  await keepLateChances(viewer).catch(() => {});
  await askAhead(viewer).catch(() => {});
}

async function run(batch: LoadedBatch, filePath: string, task: WorkerTask): Promise<ImportOutcome> {
  const begin = performance.now();
  let lastLine = begin;
  log(IMPORT_LOG.waiting(batch.batchId, task));
  report("waiting");
  const outcome = await runBatch(batch, {
    source: fileSource(filePath, batch.fileName),
    scopePath: "/",
    dryRun: task === "preview",
    followsPreview: task === "apply",
    waitMs: null,
    answersEach: false,
    yields: true,
    ...(ownPath === undefined && {
      keepChanges: (dossiers) => writePreviewChanges(batch.provinceId, batch.batchId, dossiers),
    }),
    onReading: (isReading) => report(isReading ? "reading" : "writing"),
    onProgress: (rowsRead) => {
      if (performance.now() - lastLine < LOG_MS) return;
      lastLine = performance.now();
      log(IMPORT_LOG.progress(batch.batchId, task, rowsRead));
    },
  });
  if (task === "apply") await prepareAnswers(operatorViewer(batch.provinceId));
  log(IMPORT_LOG.done(batch.batchId, task, outcome.rowsRead, (performance.now() - begin) / 1000));
  return outcome;
}

/** The file was applied or dropped by another process meanwhile: nobody asks for its rows from here. */
function unlessGone(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}

/** A file that was uploaded: with what a clerk may need of it beside it. */
async function takeUploaded(batch: LoadedBatch, filePath: string, task: WorkerTask): Promise<void> {
  const { provinceId, batchId, fileName } = batch;
  await removeSample(provinceId, batchId);
  await removePreviewChanges(provinceId, batchId);
  const outcome = await run(batch, filePath, task).catch(async (error: unknown) => {
    if (error instanceof AppError && UNEXPLAINED.includes(error.code)) {
      report("reading");
      await writeSample(provinceId, batchId, await takeSample(filePath, fileName));
    }
    throw error;
  });
  await removeOldReturnedRows();
  report("reading");
  const returned = await buildReturnedRows(batch, filePath, outcome).catch(unlessGone);
  // An earlier preview may have refused rows that are understood by now.
  if (returned) await writeReturnedRows(provinceId, batchId, returned);
  else await removeReturnedRows(provinceId, batchId);
  if (task === "apply") await rm(filePath, { force: true });
}

async function work(provinceId: number, batchId: number, task: WorkerTask): Promise<void> {
  const viewer = operatorViewer(provinceId);
  const batch = await loadBatch(viewer, batchId);
  const filePath = ownPath ?? uploadPath(provinceId, batchId);
  report("reading");
  const sha256 = await hashFile(filePath).catch(() => null);
  if (sha256 !== batch.fileSha256) return failBatch(batch, new AppError("importStale"));
  if (ownPath !== undefined) {
    await run(batch, filePath, task);
    return;
  }
  try {
    await takeUploaded(batch, filePath, task);
  } finally {
    // Cancelled while the last of it was written: what came too late goes, too.
    if ((await loadBatch(viewer, batchId)).state === "cancelled") await dropFiles(provinceId, batchId);
  }
}

const [provinceId, batchId, task, ownPath] = process.argv.slice(2);
const end = (): never => process.exit(1);
process.on("disconnect", end);
// Whoever started it may have ended while it was starting: that was told before anybody could hear it.
if (!process.connected) process.exit(1);
// Ctrl-C means the operator's command, which cancels what it began.
process.on("SIGINT", () => {});
process.env.DATABASE_CONNECT_MS ??= "30000";
reachOnlyDatabase();
const isPreview = task === "preview";
try {
  await work(Number(provinceId), Number(batchId), isPreview ? "preview" : "apply");
} catch (error) {
  // An expected failure is in the batch's row already.
  if (!(error instanceof AppError)) throw error;
  log(IMPORT_LOG.failed(Number(batchId), isPreview ? "preview" : "apply", describeError(error.code, error.params)));
} finally {
  await closeDatabase();
  // Our own parting is an orderly end: it must not be taken for that of whoever started us.
  process.off("disconnect", end);
  process.disconnect?.();
}
