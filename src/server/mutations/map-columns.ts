import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { COLUMNS, type Column, REQUIRED } from "@/lib/list-columns";
import { COLUMN_NAMES } from "@/lib/strings/imports";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { readSample, type SampleRow } from "../uploads/import-sample";
import { previewImport } from "./preview-import";

export type MapColumnsInput = {
  readonly batchId: number;
  /** Index of the sheet among those of the sample. */
  readonly sheet: number;
  /** The first row of the header, 1-based as the spreadsheet shows it. */
  readonly rowNumber: number;
  /** How many rows it has; those without any text do not count. */
  readonly depth?: number;
  /** Position of each column in that row, from 0; columns that the file lacks are left out. */
  readonly columns: Readonly<Partial<Record<Column, number>>>;
};

/**
 * Remembers for a source what the columns of a header mean, and previews the file anew. Throws `notFound`,
 * `importStale` when the header needs no explaining any more, `columnMissing`, `columnDuplicate`.
 */
export async function mapColumns(viewer: Viewer, input: MapColumnsInput): Promise<void> {
  const batch = await loadBatch(viewer, input.batchId);
  const sample = batch.state === "failed" ? await readSample(batch.provinceId, batch.batchId) : null;
  const row = sample?.sheets[input.sheet]?.rows.find(({ rowNumber }) => rowNumber === input.rowNumber);
  const header = row && headerOf(row, input.depth ?? 1);
  if (!header) throw new AppError("importStale");
  const columns = checked(input.columns, header.names);
  const key = { provinceId: batch.provinceId, sourceId: batch.sourceId, fingerprint: header.fingerprint };
  await database().prisma.$transaction(async (transaction) => {
    await transaction.columnMapping.upsert({
      where: { provinceId_sourceId_fingerprint: key },
      create: { ...key, columns, createdBy: viewer.userId },
      update: { columns, createdBy: viewer.userId },
    });
    await recordAudit(transaction, viewer, {
      action: "mapColumns",
      subject: String(batch.batchId),
      details: { columns, header: [...header.names] },
    });
  });
  await previewImport(viewer, { batchId: batch.batchId });
}

/** Undefined for one that would reach below what is kept of the file. */
function headerOf({ cells, fingerprint, joined }: SampleRow, depth: number) {
  return depth === 1 ? { names: cells, fingerprint } : joined[depth - 2];
}

function checked(columns: MapColumnsInput["columns"], names: readonly string[]): Partial<Record<Column, number>> {
  const chosen = COLUMNS.flatMap((column) => {
    const position = columns[column];
    return position === undefined || names[position] === undefined ? [] : [{ column, position }];
  });
  const missing = REQUIRED.filter((choices) => !choices.some((column) => chosen.some((one) => one.column === column)));
  if (missing.length > 0) {
    throw new AppError("columnMissing", {
      columns: missing.map((choices) => choices.map((column) => COLUMN_NAMES[column][0]).join(" / ")),
    });
  }
  const twice = chosen.find(({ position }, at) => chosen.findIndex((one) => one.position === position) !== at);
  if (twice) {
    const both = chosen.filter(({ position }) => position === twice.position);
    throw new AppError("columnDuplicate", { columns: both.map(({ column }) => COLUMN_NAMES[column][0]) });
  }
  return Object.fromEntries(chosen.map(({ column, position }) => [column, position]));
}
