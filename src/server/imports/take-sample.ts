import "server-only";
import { MOST_HEAD_ROWS } from "@/lib/aggregates/columns";
import { cleanText } from "@/lib/text";
import type { ImportSample } from "../uploads/import-sample";
import { ownRow } from "./cell-of-row";
import { detectFormat } from "./detect-format";
import { HEADER_WITHIN } from "./find-header";
import { headerFingerprint } from "./header-fingerprint";
import { headerNames } from "./header-names";
import { openWorkbook } from "./open-workbook";
import { isBlank } from "./read-row";
import type { RawRow, Sheet } from "./sheet-reader";

const MOST_SHEETS = 10;
const MOST_COLUMNS = 60;
const LONGEST_CELL = 80;
/** Rows of the headers that are longer than one; none are longer than those of tables. */
const DEEPER = Array.from({ length: MOST_HEAD_ROWS - 1 }, (_, at) => at + 2);

/** The first rows of each visible sheet of a file, cut to what a page can show. Throws like the readers. */
export async function takeSample(filePath: string, fileName: string): Promise<ImportSample> {
  const format = await detectFormat(filePath, fileName);
  if (format === "json") return { sheets: [] };
  const sheets = (await openWorkbook(filePath, format)).filter(({ isHidden }) => !isHidden);
  const sampled: ImportSample["sheets"] = [];
  for (const sheet of sheets.slice(0, MOST_SHEETS)) sampled.push({ name: sheet.name, rows: await firstRows(sheet) });
  return { sheets: sampled.filter(({ rows }) => rows.length > 0) };
}

async function firstRows(sheet: Sheet): Promise<ImportSample["sheets"][number]["rows"]> {
  const seen: RawRow[] = [];
  for await (const rows of sheet.rows()) {
    for (const row of rows) if (!isBlank(row)) seen.push(ownRow(row));
    if (seen.length >= HEADER_WITHIN) break;
  }
  const first = seen.slice(0, HEADER_WITHIN);
  return first.map((row, at) => ({
    rowNumber: row.rowNumber,
    cells: shortened(row.cells.map((cell) => cleanText(String(cell)))),
    fingerprint: headerFingerprint(headerNames([row])),
    joined: DEEPER.filter((depth) => at + depth <= first.length).map((depth) => {
      const names = headerNames(first.slice(at, at + depth));
      return { names: shortened(names), fingerprint: headerFingerprint(names) };
    }),
  }));
}

function shortened(texts: readonly string[]): string[] {
  return texts.slice(0, MOST_COLUMNS).map((text) => text.slice(0, LONGEST_CELL));
}
