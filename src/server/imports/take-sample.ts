import "server-only";
import { cleanText } from "@/lib/text";
import type { ImportSample } from "../uploads/import-sample";
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

/** The first rows of each visible sheet of a list, cut to what a page can show. Throws like the readers. */
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
    seen.push(...rows.filter((row) => !isBlank(row)));
    if (seen.length >= HEADER_WITHIN) break;
  }
  return seen.slice(0, HEADER_WITHIN).map((row) => ({
    rowNumber: row.rowNumber,
    cells: row.cells.slice(0, MOST_COLUMNS).map((cell) => cleanText(String(cell)).slice(0, LONGEST_CELL)),
    fingerprint: headerFingerprint(headerNames([row])),
  }));
}
