import "server-only";
import { cleanText } from "@/lib/text";
import { type Moment, parseMomentCell } from "./parse-moment";
import type { RawRow } from "./sheet-reader";

/** The row for whoever keeps it: readers may take the room of what they gave for what comes next. */
export function ownRow(row: RawRow): RawRow {
  return { rowNumber: row.rowNumber, cells: row.cells };
}

/** The text of a cell, as `cleanText` has it; "" where the row or the list (−1) has no such cell. */
export function textAt(row: RawRow, position: number): string {
  if (position < 0) return "";
  if (row.reader) return row.reader.text(position);
  const cell = row.cells[position];
  if (cell === undefined || cell === "") return "";
  return typeof cell === "number" ? String(cell) : cleanText(cell);
}

/** The day or moment of a cell; null where there is none, whatever stands there. */
export function momentAt(row: RawRow, position: number): Moment | null {
  if (position < 0) return null;
  if (row.reader) return row.reader.moment(position);
  const cell = row.cells[position];
  return cell === undefined || cell === "" ? null : parseMomentCell(cell);
}
