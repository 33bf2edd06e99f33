import "server-only";
import type { ColumnKind, Report, ReportCell, ReportColumn, ReportPart, ReportRow } from "../report";
import { cellStyle, STYLE } from "./styles";
import { xmlText } from "./xml-text";

const MILLISECONDS_PER_DAY = 86_400_000;
/** Day 0 of Excel's calendar as it is from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
const WHOLE_BP = 10_000;
const ROWS_PER_CHUNK = 500;

/** Where a sheet's parts lie, 1-based as Excel counts; known once the rows are written. */
export type SheetPlaces = { readonly headRow: number; lastRow: number };

export function headRowOf({
  facts,
  headsAbove = [],
  columns,
}: Pick<Report, "facts" | "headsAbove" | "columns">): number {
  return 1 + facts.length + headsAbove.length + (columns.some(({ group }) => group !== null) ? 2 : 1);
}

/** 1 → "A", 27 → "AA". */
export function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? columnName(Math.floor((number - 1) / 26)) + letter : letter;
}

function textCell(place: string, style: number, text: string): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function numberOf(cell: ReportCell, kind: ColumnKind): number | null {
  if (kind === "text" || cell === null) return null;
  if (typeof cell === "number") return kind === "percent" ? cell / WHOLE_BP : cell;
  const instant = Date.parse(kind === "day" ? `${cell}T00:00:00Z` : `${cell}Z`);
  return (instant - EPOCH) / MILLISECONDS_PER_DAY;
}

function cellXml(place: string, cell: ReportCell, kind: ColumnKind, isSum: boolean): string {
  const style = cellStyle(kind, isSum);
  const number = numberOf(cell, kind);
  if (number !== null) return `<c r="${place}" s="${style}"><v>${number}</v></c>`;
  // A sum's column may hold its name where the rows above hold numbers.
  return cell === null ? `<c r="${place}" s="${style}"/>` : textCell(place, style, String(cell));
}

function rowXml(number: number, row: ReportRow, columns: readonly ReportColumn[], isSum: boolean): string {
  const cells = columns.map(({ kind }, index) =>
    cellXml(`${columnName(index + 1)}${number}`, row[index] ?? null, kind, isSum),
  );
  return `<row r="${number}">${cells.join("")}</row>`;
}

function lineXml(number: number, style: number, text: string): string {
  return `<row r="${number}">${textCell(`A${number}`, style, text)}</row>`;
}

function headsXml(number: number, heads: readonly string[]): string {
  const cells = heads.map((head, index) => textCell(`${columnName(index + 1)}${number}`, STYLE.head, head));
  return `<row r="${number}">${cells.join("")}</row>`;
}

type Span = { readonly group: string | null; readonly first: number; last: number };

function groupSpans(columns: readonly ReportColumn[]): Span[] {
  const spans: Span[] = [];
  columns.forEach(({ group }, index) => {
    const span = spans.at(-1);
    if (span && group !== null && span.group === group) span.last = index + 1;
    else spans.push({ group, first: index + 1, last: index + 1 });
  });
  return spans;
}

/** Groups over their columns; a column without a group reaches over both rows. */
function headXml(headRow: number, columns: readonly ReportColumn[]): { rows: string; merges: string[] } {
  const heads = headsXml(
    headRow,
    columns.map((column) => column.head),
  );
  if (columns.every(({ group }) => group === null)) return { rows: heads, merges: [] };
  const spans = groupSpans(columns);
  const upper = spans.flatMap(({ group, first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) =>
      textCell(`${columnName(first + index)}${headRow - 1}`, STYLE.groupHead, index === 0 ? (group ?? "") : ""),
    ),
  );
  return {
    // The filter's arrows stand on the lower row, so each head is written there, and only groups are merged.
    rows: `<row r="${headRow - 1}">${upper.join("")}</row>${heads}`,
    merges: spans
      .filter(({ first, last }) => last > first)
      .map(({ first, last }) => `${columnName(first)}${headRow - 1}:${columnName(last)}${headRow - 1}`),
  };
}

/** Its heading, its heads and its rows, from a row on. */
function partXml(first: number, { heading, columns, rows }: ReportPart): string[] {
  return [
    lineXml(first, STYLE.fact, heading),
    headsXml(
      first + 1,
      columns.map(({ head }) => head),
    ),
    ...rows.map((row, index) => rowXml(first + 2 + index, row, columns, false)),
  ];
}

/** The sheet, some hundred rows at a time; `places.lastRow` is set as it ends. ECMA-376 part 1, 18.3. */
export async function* sheetXml(report: Report, places: SheetPlaces): AsyncGenerator<string> {
  const { title, facts, headsAbove = [], columns, rows, sums, apart, notes } = report;
  const { headRow } = places;
  const head = headXml(headRow, columns);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("")}</cols><sheetData>${lineXml(1, STYLE.title, title)}${facts
    .map((fact, index) => lineXml(index + 2, STYLE.fact, fact))
    .join("")}${headsAbove.map((texts, index) => headsXml(facts.length + 2 + index, texts)).join("")}${head.rows}`;
  let number = headRow;
  let pending: string[] = [];
  for await (const row of rows) {
    number += 1;
    pending.push(rowXml(number, row, columns, false));
    if (pending.length < ROWS_PER_CHUNK) continue;
    yield pending.join("");
    pending = [];
  }
  places.lastRow = number;
  const part = apart === undefined ? [] : partXml(number + sums.length + 2, apart);
  const below = [
    ...sums.map((row, index) => rowXml(number + 1 + index, row, columns, true)),
    ...part,
    ...notes.map((note, index) =>
      lineXml(number + sums.length + 2 + index + (part.length > 0 ? part.length + 1 : 0), STYLE.note, note),
    ),
  ];
  const merges =
    head.merges.length === 0
      ? ""
      : `<mergeCells count="${head.merges.length}">${head.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  const filter = `A${headRow}:${columnName(columns.length)}${number}`;
  yield `${pending.join("")}${below.join("")}</sheetData><autoFilter ref="${filter}"/>${merges}<pageMargins left="0.5" right="0.5" top="0.55" bottom="0.55" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}
