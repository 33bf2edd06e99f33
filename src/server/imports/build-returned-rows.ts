import "server-only";
import { describeProblem } from "@/lib/strings/imports";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import type { Report, ReportColumn } from "../reports/report";
import { listReturnedTable } from "./aggregates/list-returned-table";
import { detectFormat, type ListFormat } from "./detect-format";
import { listReturnedRows, type ReturnedRows } from "./list-returned-rows";
import type { RowProblem } from "./row-problem";
import type { BatchReference, ImportOutcome } from "./run-batch";

const { returned: words } = IMPORT_PAGES;
/** More wrong rows than anybody corrects by hand: such a file is exported anew. */
const MOST_ROWS = 50_000;
const WIDTH = 20;
const REASON_WIDTH = 80;

/**
 * The rejected rows of a list or a table as the file holds them, each with its reasons, to be corrected and sent again;
 * null when there are none, or far too many, or the file holds no rows of its own. Of a table also its period, the unit
 * it is of and its head, so that it is read as the file was.
 */
export async function buildReturnedRows(
  batch: BatchReference,
  filePath: string,
  { problems, aggregate }: Pick<ImportOutcome, "problems" | "aggregate">,
): Promise<Report | null> {
  const format = await detectFormat(filePath, batch.fileName);
  const reasons = reasonsOf(problems);
  if (format === "json" || reasons.size === 0 || reasons.size > MOST_ROWS) return null;
  if (aggregate === undefined) return buildList(batch, { filePath, format, reasons });
  const { reportingUnit, heads, rows } = await listReturnedTable(batch, filePath, format, new Set(reasons.keys()));
  const { from, to } = aggregate.period;
  return {
    ...frameOf(batch.batchId, heads, rows, reasons),
    title: words.tableTitle(rows.length, batch.batchId),
    facts: [
      words.tableFacts,
      ...(reportingUnit === null ? [] : [words.reportingUnit(reportingUnit)]),
      words.period(from, to),
    ],
  };
}

type Rejected = { filePath: string; format: ListFormat; reasons: ReadonlyMap<number, readonly string[]> };

async function buildList(batch: BatchReference, { filePath, format, reasons }: Rejected): Promise<Report> {
  const { names, rows } = await listReturnedRows(batch, filePath, format, new Set(reasons.keys()));
  return {
    ...frameOf(batch.batchId, [names], rows, reasons),
    title: words.title(rows.length),
    facts: [words.facts(batch.fileName)],
  };
}

/** The rows below their heads, two columns of ours behind them; what is above comes from the caller. */
function frameOf(
  batchId: number,
  heads: readonly (readonly string[])[],
  rows: ReturnedRows["rows"],
  reasons: Rejected["reasons"],
): Omit<Report, "title" | "facts"> {
  const width = Math.max(0, ...heads.map((cells) => cells.length));
  // In the first row of the heads, where nothing that reaches over them from the left can be meant for them.
  const [first = [], ...others] = heads.map((cells, depth) => [
    ...Array.from({ length: width }, (_, at) => cells[at] ?? ""),
    ...(depth === 0 ? [words.row, words.why] : ["", ""]),
  ]);
  const all = [first, ...others];
  const columns = (all.at(-1) ?? []).map(
    (head, at): ReportColumn => ({ group: null, head, kind: "text", width: at === width + 1 ? REASON_WIDTH : WIDTH }),
  );
  return {
    fileName: words.fileName(batchId),
    sheetName: words.sheet,
    headsAbove: all.slice(0, -1),
    columns,
    rows: rows.map(({ rowNumber, cells }) => [
      ...Array.from({ length: width }, (_, at) => cells[at] ?? null),
      String(rowNumber),
      (reasons.get(rowNumber) ?? []).join("\n"),
    ]),
    rowCount: rows.length,
    sums: [],
    notes: [],
  };
}

function reasonsOf(problems: readonly RowProblem[]): Map<number, string[]> {
  const reasons = new Map<number, string[]>();
  for (const { rowNumber, columnName, code, details } of problems) {
    const reason = words.reason(columnName, describeProblem(code, details));
    reasons.set(rowNumber, [...(reasons.get(rowNumber) ?? []), reason]);
  }
  return reasons;
}
