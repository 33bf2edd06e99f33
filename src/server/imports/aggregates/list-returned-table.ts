import "server-only";
import type { ListFormat } from "../detect-format";
import type { ReturnedRows } from "../list-returned-rows";
import { openWorkbook } from "../open-workbook";
import { preferSheet } from "../prefer-sheet";
import type { BatchReference } from "../run-batch";
import { findTable } from "./find-table";
import { loadMappedTables } from "./load-mapped-tables";
import { reportingUnit } from "./reporting-unit";

export type ReturnedTable = Pick<ReturnedRows, "rows"> & {
  /** The rows of the head as the file writes them. */
  readonly heads: readonly (readonly string[])[];
  /** The unit that a form by field names above its head; null for a table by unit. */
  readonly reportingUnit: string | null;
};

/** The rows of an aggregate table with the given numbers as the file holds them. Throws like the readers. */
export async function listReturnedTable(
  { provinceId, sourceId, sheet }: Pick<BatchReference, "provinceId" | "sourceId" | "sheet">,
  filePath: string,
  format: ListFormat,
  rowNumbers: ReadonlySet<number>,
): Promise<ReturnedTable> {
  const sheets = preferSheet(await openWorkbook(filePath, format), sheet);
  const table = await findTable(sheets, await loadMappedTables(provinceId, sourceId));
  if (table === null) return { heads: [], rows: [], reportingUnit: null };
  const { head, rows } = table;
  return {
    heads: head.rows.map(({ cells }) => cells.map(String)),
    rows: rows.filter(({ rowNumber }) => rowNumbers.has(rowNumber)),
    reportingUnit: head.rowsAre === "field" ? reportingUnit(head.titles) : null,
  };
}
