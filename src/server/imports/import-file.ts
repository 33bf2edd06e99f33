import "server-only";
import { stat } from "node:fs/promises";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import type { AggregateNote } from "@/lib/reading-note";
import { describeProblem } from "@/lib/strings/imports";
import { AppError } from "../errors";
import { openBatch } from "./batch-rows";
import { fileSource } from "./file-source";
import { hashFile } from "./hash-file";
import { type BatchReference, type ImportOptions, type ImportOutcome, runBatch } from "./run-batch";

export type ImportInput = {
  readonly provinceId: number;
  readonly sourceName: string;
  /** The rows are invented; every screen says so. */
  readonly isDemo: boolean;
  readonly filePath: string;
  readonly fileName: string;
  /** Moment up to which the export tells the truth. */
  readonly asOf: Date;
  /** Counts what would be inserted, changed and rejected, and writes no dossier. */
  readonly dryRun: boolean;
  /** Of an aggregate table that does not tell its own. */
  readonly period?: Period | null;
  /** Of a workbook with several lists, the one to read; the first when it is left out. */
  readonly sheet?: string | null;
};

export type ImportResult = {
  readonly batch: number;
  readonly rowsRead: number;
  readonly accepted: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly problems: readonly { row: number; column: string | null; code: string; message: string }[];
  /** What an aggregate table is of and where it does not add up; absent for dossiers. */
  readonly aggregate?: AggregateNote;
};

/**
 * Takes over a dossier list or an aggregate table, or shows what taking it over would do. All rows or none are written;
 * rows read = accepted + unchanged + rejected. Waits while another import of the province runs. Throws `notFound` for a
 * viewer who may not import, `importCancelled`, and the `file…`, `header…`, `column…` and `aggregate…` errors of a file
 * that cannot be read.
 */
export async function importFile(
  viewer: Viewer,
  input: ImportInput,
  onProgress: ImportOptions["onProgress"] = () => {},
): Promise<ImportResult> {
  if (!canImport(viewer.role) || viewer.provinceId !== input.provinceId)
    throw new AppError("notFound", { what: "import" });
  const fileSha256 = await hashFile(input.filePath);
  const { size } = await stat(input.filePath);
  const batch: BatchReference = await openBatch(viewer, { ...input, fileSha256, fileBytes: size });
  return toResult(
    batch.batchId,
    await runBatch(batch, {
      source: fileSource(input.filePath, input.fileName),
      scopePath: viewer.scopePath,
      dryRun: input.dryRun,
      waitMs: null,
      answersEach: false,
      onProgress,
    }),
  );
}

function toResult(
  batch: number,
  { rowsRead, inserted, updated, unchanged, rejected, problems, aggregate }: ImportOutcome,
): ImportResult {
  return {
    batch,
    rowsRead,
    accepted: inserted + updated,
    inserted,
    updated,
    unchanged,
    rejected,
    ...(aggregate && { aggregate }),
    problems: problems.map(({ rowNumber, columnName, code, details }) => ({
      row: rowNumber,
      column: columnName,
      code,
      message: describeProblem(code, details),
    })),
  };
}
