import "server-only";
import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { describeProblem } from "@/lib/strings/imports";
import { AppError } from "../errors";
import { getImport, type ImportDetails } from "../queries/get-import";
import { streamImportProblems } from "../queries/stream-import-problems";
import { openBatch } from "./batch-rows";
import { hashFile } from "./hash-file";
import type { ImportInput, ImportResult } from "./import-file";
import { runWorker } from "./run-worker";

const LOOK_MS = 300;

export type WatchedImport = {
  /** Known at once, so that it can be cancelled. */
  readonly onBegin: (batchId: number) => void;
  readonly onProgress: (batch: ImportDetails) => void;
};

/**
 * Takes over a dossier list as `importFile` does, in a process of its own; waits for other imports of the province.
 * Throws what the batch failed of, and `importCancelled`.
 */
export async function importInWorker(
  viewer: Viewer,
  input: ImportInput,
  { onBegin, onProgress }: WatchedImport,
): Promise<ImportResult> {
  const { provinceId, filePath, dryRun } = input;
  if (!canImport(viewer.role) || viewer.provinceId !== provinceId) throw new AppError("notFound", { what: "import" });
  const fileSha256 = await hashFile(filePath);
  const { size } = await stat(filePath);
  const { batchId } = await openBatch(viewer, { ...input, fileSha256, fileBytes: size });
  onBegin(batchId);
  let isOver = false;
  const working = runWorker({ provinceId, batchId, task: dryRun ? "preview" : "apply", filePath }).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    onProgress(await getImport(viewer, batchId));
    await Promise.race([working, sleep(LOOK_MS)]);
  }
  await working;
  return toResult(viewer, await getImport(viewer, batchId));
}

async function toResult(viewer: Viewer, batch: ImportDetails): Promise<ImportResult> {
  if (batch.state === "cancelled") throw new AppError("importCancelled");
  if (batch.failure !== null) throw new AppError(batch.failure.code, batch.failure.params);
  const problems: ImportResult["problems"][number][] = [];
  for await (const { row, column, code, details } of streamImportProblems(viewer, batch.id)) {
    problems.push({ row, column, code, message: describeProblem(code, details) });
  }
  const { id, rowsRead, inserted, updated, unchanged, rejected, reading } = batch;
  return {
    batch: id,
    rowsRead,
    accepted: inserted + updated,
    inserted,
    updated,
    unchanged,
    rejected,
    ...(reading?.aggregate && { aggregate: reading.aggregate }),
    problems,
  };
}
