import "server-only";
import { describeProblem } from "@/lib/strings/imports";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import type { Report, ReportColumn } from "../reports/report";
import { detectFormat } from "./detect-format";
import { listReturnedRows } from "./list-returned-rows";
import type { RowProblem } from "./row-problem";
import type { BatchReference } from "./run-batch";

const { returned: words } = IMPORT_PAGES;
/** More wrong rows than anybody corrects by hand: such a file is exported anew. */
const MOST_ROWS = 50_000;
const WIDTH = 20;
const REASON_WIDTH = 80;

/**
 * The rejected rows of a list as the file holds them, each with its reasons, to be corrected and sent again; null when
 * there are none, or far too many, or the file is no list of rows.
 */
export async function buildReturnedRows(
  batch: BatchReference,
  filePath: string,
  problems: readonly RowProblem[],
): Promise<Report | null> {
  const format = await detectFormat(filePath, batch.fileName);
  const reasons = new Map<number, string[]>();
  for (const { rowNumber, columnName, code, details } of problems) {
    const reason = words.reason(columnName, describeProblem(code, details));
    reasons.set(rowNumber, [...(reasons.get(rowNumber) ?? []), reason]);
  }
  if (format === "json" || reasons.size === 0 || reasons.size > MOST_ROWS) return null;
  const { names, rows } = await listReturnedRows(batch, filePath, format, new Set(reasons.keys()));
  const text = (head: string, width: number): ReportColumn => ({ group: null, head, kind: "text", width });
  return {
    fileName: words.fileName(batch.batchId),
    sheetName: words.sheet,
    title: words.title(rows.length),
    facts: [words.facts(batch.fileName)],
    columns: [...names.map((name) => text(name, WIDTH)), text(words.row, WIDTH), text(words.why, REASON_WIDTH)],
    rows: rows.map(({ rowNumber, cells }) => [
      ...names.map((_, at) => cells[at] ?? null),
      String(rowNumber),
      (reasons.get(rowNumber) ?? []).join("\n"),
    ]),
    rowCount: rows.length,
    sums: [],
    notes: [],
  };
}
