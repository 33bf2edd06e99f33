import "server-only";
import { AppError } from "../../errors";
import { ownRow } from "../cell-of-row";
import { HEADER_WITHIN } from "../find-header";
import type { OtherSheet } from "../find-list";
import type { RawRow, Sheet } from "../sheet-reader";
import { sizeOfCells } from "../size-of-cells";
import { findTableHead, type MappedTable, type TableHead } from "./find-table-head";

export type FoundTable = {
  readonly sheet: Sheet;
  readonly head: TableHead;
  /** All rows below the head. */
  readonly rows: readonly RawRow[];
  readonly others: readonly OtherSheet[];
};

/** What lies below a head is held in memory; no table is so long, nor so wide. */
const MOST_ROWS = 100_000;
const MOST_BYTES = 96 * 1024 * 1024;

/** The first visible sheet with an aggregate table; null when none has one. Throws what `findTableHead` says. */
export async function findTable(sheets: readonly Sheet[], mapped: MappedTable): Promise<FoundTable | null> {
  const others: OtherSheet[] = [];
  let found: Omit<FoundTable, "others"> | null = null;
  let refusal: AppError | null = null;
  for (const sheet of sheets) {
    const name = sheet.name ?? "";
    if (sheet.isHidden) {
      others.push({ name, kind: "hidden" });
      continue;
    }
    const read: Awaited<ReturnType<typeof beginTable>> = found
      ? await beginTable(sheet, mapped, HEADER_WITHIN)
      : await beginTable(sheet, mapped, MOST_ROWS);
    if (read instanceof AppError) refusal ??= read;
    if (read === null || read instanceof AppError) others.push({ name, kind: "noList" });
    else if (found) others.push({ name, kind: "list" });
    else found = { sheet, ...read };
  }
  if (found) return { ...found, others };
  if (refusal) throw refusal;
  return null;
}

async function beginTable(
  sheet: Sheet,
  mapped: MappedTable,
  mostRows: number,
): Promise<Pick<FoundTable, "head" | "rows"> | AppError | null> {
  const seen: RawRow[] = [];
  let size = 0;
  let head: TableHead | null = null;
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      seen.push(ownRow(row));
      size += sizeOfCells(row.cells);
    }
    if (head === null && seen.length >= HEADER_WITHIN) {
      const begun = headOf(seen, mapped);
      if (begun === null || begun instanceof AppError) return begun;
      head = begun;
    }
    if (seen.length > mostRows) break;
    if (size > MOST_BYTES) throw new AppError("fileUnreadable", { row: seen.length });
  }
  const known = head ?? headOf(seen, mapped);
  if (known === null || known instanceof AppError) return known;
  if (seen.length > MOST_ROWS) throw new AppError("fileUnreadable", { row: MOST_ROWS });
  return { head: known, rows: seen.filter(({ rowNumber }) => rowNumber > known.rowNumber) };
}

function headOf(rows: readonly RawRow[], mapped: MappedTable): TableHead | AppError | null {
  try {
    return findTableHead(rows, mapped);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
