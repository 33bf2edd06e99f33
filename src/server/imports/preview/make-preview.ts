import "server-only";
import type pg from "pg";
import type { ImportPreview, PreviewBase, PreviewCounts } from "@/lib/import-preview";
import type { RowProblem } from "../row-problem";
import type { BatchReference } from "../run-batch";
import { type LastExport, readLastExport } from "./last-export";
import { readBase } from "./preview-base";
import { type KeepChanges, readChanges } from "./read-changes";
import { movedRates, type RatesBefore, readRatesBefore } from "./read-rates";
import { findWarnings } from "./find-warnings";

/** What is read before the first row is merged. */
export type PreviewBegun = {
  readonly base: PreviewBase;
  readonly rates: RatesBefore;
  readonly last: LastExport | null;
};

type Written = PreviewCounts & {
  readonly rowsRead: number;
  readonly problems: readonly RowProblem[];
  /** Progress records and aggregate tables: they change no dossier and no figure counted from dossiers. */
  readonly isSteps: boolean;
  readonly keepChanges: KeepChanges | undefined;
};

/** Looks at the figures before a dry run. */
export async function beginPreview(client: pg.ClientBase, batch: BatchReference): Promise<PreviewBegun> {
  return {
    base: await readBase(client, batch.provinceId),
    rates: await readRatesBefore(client, batch),
    last: await readLastExport(client, batch),
  };
}

/** Compares with what a dry run has written, while that still stands. */
export async function endPreview(
  client: pg.ClientBase,
  batch: BatchReference,
  { base, rates, last }: PreviewBegun,
  { inserted, updated, unchanged, rejected, rowsRead, problems, isSteps, keepChanges }: Written,
): Promise<ImportPreview> {
  return {
    base,
    counts: { inserted, updated, unchanged, rejected },
    period: rates.period,
    rates: inserted + updated === 0 || isSteps ? [] : await movedRates(client, batch, rates),
    changes: {
      count: updated,
      dossiers: updated === 0 || isSteps ? [] : await readChanges(client, batch, keepChanges),
    },
    warnings: isSteps ? [] : await findWarnings(client, batch, last, { rowsRead, problems }),
  };
}

/** Keeps a preview with its batch, or drops it (null) once it is written. */
export async function keepPreview(
  client: pg.ClientBase,
  { provinceId, batchId }: BatchReference,
  preview: ImportPreview | null,
): Promise<void> {
  await client.query("UPDATE import_batch SET preview = $3 WHERE province_id = $1 AND id = $2", [
    provinceId,
    batchId,
    preview === null ? null : JSON.stringify(preview),
  ]);
}
