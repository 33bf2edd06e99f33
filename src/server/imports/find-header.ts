import "server-only";
import { COLUMN_NAMES } from "@/lib/strings/imports";
import { cleanText } from "@/lib/text";
import { AppError } from "../errors";
import { COLUMNS, type Column, columnOf, REQUIRED } from "./columns";
import type { RawRow } from "./sheet-reader";

/** Rows in which the header may stand, below the titles. */
export const HEADER_WITHIN = 40;
/** A title that happens to hold one column's name is no header. */
const FEWEST_COLUMNS = 3;

export type Header = {
  readonly rowNumber: number;
  /** Where each column stands in a row; −1 when the file has none. */
  readonly positions: Readonly<Record<Column, number>>;
  /** The headers as the file writes them. */
  readonly names: Readonly<Record<Column, string>>;
};

/**
 * The row of the first ones that names the most columns. Throws `headerMissing` when none names enough,
 * `columnMissing` with what is expected, `columnDuplicate`.
 */
export function findHeader(rows: readonly RawRow[]): Header {
  let best: RawRow | undefined;
  let most = 0;
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    const known = row.cells.filter((cell) => columnOf(String(cell)) !== null).length;
    if (known > most) [best, most] = [row, known];
  }
  if (!best || most < FEWEST_COLUMNS) {
    throw new AppError("headerMissing", { expected: REQUIRED.map(expectedNames) });
  }
  return readHeader(best);
}

function readHeader(row: RawRow): Header {
  const positions = fill(() => -1);
  const names = fill<string>((column) => COLUMN_NAMES[column][0] ?? "");
  row.cells.forEach((cell, position) => {
    const name = cleanText(String(cell));
    const column = columnOf(name);
    if (column === null) return;
    if (positions[column] !== -1) throw new AppError("columnDuplicate", { columns: [names[column], name] });
    positions[column] = position;
    names[column] = name;
  });
  const missing = REQUIRED.filter((choices) => choices.every((column) => positions[column] === -1));
  if (missing.length > 0) throw new AppError("columnMissing", { columns: missing.map(expectedNames) });
  return { rowNumber: row.rowNumber, positions, names };
}

function expectedNames(choices: readonly Column[]): string {
  return choices.map((column) => COLUMN_NAMES[column][0]).join(" / ");
}

function fill<Value>(value: (column: Column) => Value): Record<Column, Value> {
  return Object.fromEntries(COLUMNS.map((column) => [column, value(column)])) as Record<Column, Value>;
}
