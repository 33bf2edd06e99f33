import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { checkMeanings, type Meaning, type WrongMeanings } from "@/lib/aggregates/check-meanings";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { columnLetter } from "@/lib/strings/import-mapping";
import { TABLE_COLUMN_NAMES } from "@/lib/strings/table-mapping";
import { AppError } from "../errors";
import { findUnexplained, type HeaderPlace, keepMapping } from "../imports/keep-mapping";
import { previewImport } from "./preview-import";

/** As wide as a sheet can be. */
const MOST_COLUMNS = 16_384;

export type MapTableInput = HeaderPlace & {
  /** What columns are; one that is not read is left out. */
  readonly meanings: readonly Meaning[];
};

/**
 * Remembers for a source what the columns of an aggregate table count, and previews the file anew. Throws `notFound`,
 * `importStale` when the head needs no explaining any more, `aggregateColumnMissing`, `aggregateColumnTwice`.
 */
export async function mapTable(viewer: Viewer, input: MapTableInput): Promise<void> {
  const head = await findUnexplained(viewer, input);
  const meanings = input.meanings.filter(({ at }) => Number.isInteger(at) && at >= 0 && at < MOST_COLUMNS);
  const wrong = checkMeanings(meanings);
  if (wrong) throw toError(wrong);
  const columns = Object.fromEntries(meanings.map(({ at, means }) => [means, at]));
  await keepMapping(viewer, head, { columns, holdsAggregates: true });
  await previewImport(viewer, { batchId: input.batchId });
}

function toError(wrong: WrongMeanings): AppError {
  switch (wrong.kind) {
    case "noName":
      return new AppError("aggregateColumnMissing", { columns: [TABLE_COLUMN_NAMES.unit] });
    case "missing":
      return new AppError("aggregateColumnMissing", {
        columns: wrong.choices.map((choices) => choices.map((column) => AGGREGATES.columns[column]).join(" / ")),
      });
    case "twice":
    case "twoNames":
      return new AppError("aggregateColumnTwice", { columns: wrong.at.map(columnLetter) });
  }
}
