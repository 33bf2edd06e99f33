import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { COLUMNS, type Column, REQUIRED } from "@/lib/list-columns";
import { COLUMN_NAMES } from "@/lib/strings/imports";
import { AppError } from "../errors";
import { findUnexplained, type HeaderPlace, keepMapping } from "../imports/keep-mapping";
import { previewImport } from "./preview-import";

export type MapColumnsInput = HeaderPlace & {
  /** Position of each column in that row, from 0; columns that the file lacks are left out. */
  readonly columns: Readonly<Partial<Record<Column, number>>>;
};

/**
 * Remembers for a source what the columns of a header mean, and previews the file anew. Throws `notFound`,
 * `importStale` when the header needs no explaining any more, `columnMissing`, `columnDuplicate`.
 */
export async function mapColumns(viewer: Viewer, input: MapColumnsInput): Promise<void> {
  const header = await findUnexplained(viewer, input);
  await keepMapping(viewer, header, { columns: checked(input.columns, header.names), holdsAggregates: false });
  await previewImport(viewer, { batchId: input.batchId });
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
