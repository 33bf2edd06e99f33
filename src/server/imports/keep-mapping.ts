import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";
import { readSample, type SampleRow } from "../uploads/import-sample";
import { type LoadedBatch, loadBatch } from "./load-batch";

/** Where a header stands in the sample of a failed batch. */
export type HeaderPlace = {
  readonly batchId: number;
  /** Index of the sheet among those of the sample. */
  readonly sheet: number;
  /** The first row of the header, 1-based as the spreadsheet shows it. */
  readonly rowNumber: number;
  /** How many rows it has; those without any text do not count. */
  readonly depth?: number;
};

export type UnexplainedHeader = {
  readonly batch: LoadedBatch;
  readonly names: readonly string[];
  readonly fingerprint: string;
};

/** The header that a clerk explains. Throws `notFound`, and `importStale` when it needs no explaining any more. */
export async function findUnexplained(viewer: Viewer, place: HeaderPlace): Promise<UnexplainedHeader> {
  const batch = await loadBatch(viewer, place.batchId);
  const sample = batch.state === "failed" ? await readSample(batch.provinceId, batch.batchId) : null;
  const row = sample?.sheets[place.sheet]?.rows.find(({ rowNumber }) => rowNumber === place.rowNumber);
  const header = row && headerOf(row, place.depth ?? 1);
  if (!header) throw new AppError("importStale");
  return { batch, ...header };
}

/** Undefined for one that would reach below what is kept of the file. */
function headerOf({ cells, fingerprint, joined }: SampleRow, depth: number) {
  return depth === 1 ? { names: cells, fingerprint } : joined[depth - 2];
}

/** Remembers for the batch's source what the columns of a header are, in the place of what was said of it before. */
export async function keepMapping(
  viewer: Viewer,
  { batch, names, fingerprint }: UnexplainedHeader,
  { columns, holdsAggregates }: { readonly columns: Record<string, number>; readonly holdsAggregates: boolean },
): Promise<void> {
  const key = { provinceId: batch.provinceId, sourceId: batch.sourceId, fingerprint };
  const said = { columns, holdsAggregates, createdBy: viewer.userId };
  await database().prisma.$transaction(async (transaction) => {
    await transaction.columnMapping.upsert({
      where: { provinceId_sourceId_fingerprint: key },
      create: { ...key, ...said },
      update: said,
    });
    await recordAudit(transaction, viewer, {
      action: holdsAggregates ? "mapTable" : "mapColumns",
      subject: String(batch.batchId),
      details: { columns, header: [...names] },
    });
  });
}
