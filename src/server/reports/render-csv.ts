import "server-only";
import { formatBp } from "@/lib/format";
import { neutralise } from "./neutralise";
import type { ColumnKind, Report, ReportCell, ReportColumn } from "./report";

export type CsvStyle = "csv" | "unicode";

const BYTE_ORDER_MARK = "\uFEFF";
const SEPARATORS: Readonly<Record<CsvStyle, string>> = { csv: ",", unicode: "\t" };
const ENCODINGS = { csv: "utf8", unicode: "utf16le" } as const;
const ROWS_PER_CHUNK = 500;

function cellOf(value: string | number): string {
  const text = typeof value === "string" ? neutralise(value) : String(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lineOf(cells: readonly (string | number)[], style: CsvStyle): string {
  return `${cells.map(cellOf).join(SEPARATORS[style])}\r\n`;
}

/** Counts stay numbers, days are ISO (read alike in every locale), percentages as the page prints them. */
function printed(cell: ReportCell, kind: ColumnKind): string | number {
  if (cell === null) return "";
  if (kind === "percent" && typeof cell === "number") return formatBp(cell);
  return kind === "moment" ? String(cell).replace("T", " ") : cell;
}

/** A report as CSV with its header on the first line, some hundred rows at a time; what stands apart after a blank line. */
export async function* renderReportCsv(report: Report, style: CsvStyle): AsyncGenerator<Uint8Array> {
  const { columns, rows, sums, apart } = report;
  const printedLine = (row: readonly ReportCell[], of: readonly ReportColumn[]): string =>
    lineOf(
      of.map(({ kind }, index) => printed(row[index] ?? null, kind)),
      style,
    );
  const line = (row: readonly ReportCell[]): string => printedLine(row, columns);
  const heads = columns.map(({ group, head }) => (group === null ? head : `${group}: ${head}`));
  let pending = [BYTE_ORDER_MARK, lineOf(heads, style)];
  for await (const row of rows) {
    pending.push(line(row));
    if (pending.length < ROWS_PER_CHUNK) continue;
    yield Buffer.from(pending.join(""), ENCODINGS[style]);
    pending = [];
  }
  pending.push(...sums.map(line));
  if (apart !== undefined) {
    const { heading, columns: own, rows: told } = apart;
    pending.push("\r\n", lineOf([heading], style));
    pending.push(
      lineOf(
        own.map(({ head }) => head),
        style,
      ),
      ...told.map((row) => printedLine(row, own)),
    );
  }
  yield Buffer.from(pending.join(""), ENCODINGS[style]);
}

/** Rows as CSV that Excel opens with its accents: with a byte order mark, lines ended by CR LF. */
export function renderCsv(rows: Iterable<readonly (string | number)[]>): string {
  return `${BYTE_ORDER_MARK}${Array.from(rows, (row) => lineOf(row, "csv")).join("")}`;
}
