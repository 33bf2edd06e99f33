import "server-only";
import type { Handler } from "htmlparser2";
import { AppError } from "../errors";
import type { RawRow } from "./sheet-reader";

const MOST_COLUMNS = 16_384;
const LONGEST_CELL = 32_768;
/** What a page may reserve by spans: some whole columns of a long list. */
const MOST_SPANNED = 1_000_000;
/** Tags within tags: the parser takes time by the square of it. Careless pages leave some open in every row. */
const MOST_DEEP = 50_000;
const UNSEEN = new Set(["script", "style", "title", "head"]);
const BREAKS = new Set(["br", "p", "div", "li"]);

type Span = { text: string; rowsLeft: number };
type Table = { row: string[] | null; cell: OpenCell | null; readonly spans: Map<number, Span> };
/** A cell around a table only places it: its own words are a caption. */
type OpenCell = { text: string; isLayout: boolean; readonly columns: number; readonly rows: number };

/** Collects the rows of tables as a parser comes upon them; a table inside a cell is read on its own. */
export class HtmlTables implements Partial<Handler> {
  /** The text ended inside a table. */
  wasCut = false;
  private readonly open: Table[] = [];
  private rows: RawRow[] = [];
  private rowNumber = 0;
  private unseen = 0;
  private spanned = 0;
  private depth = 0;

  /** The rows that are complete and not yet taken. */
  takeRows(): readonly RawRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const table = this.open.at(-1);
    this.depth += 1;
    if (this.depth > MOST_DEEP) throw unreadable();
    if (UNSEEN.has(name)) this.unseen += 1;
    if (name === "table") {
      if (table?.cell) table.cell.isLayout = true;
      this.open.push({ row: null, cell: null, spans: new Map() });
    }
    if (!table) return;
    if (name === "tr") {
      this.endRow(table);
      table.row = [];
    }
    if (name === "td" || name === "th") {
      this.endCell(table);
      table.row ??= [];
      table.cell = { text: "", isLayout: false, columns: spanOf(attributes.colspan), rows: spanOf(attributes.rowspan) };
    }
    if (BREAKS.has(name) && table.cell) table.cell.text += " ";
  }

  ontext(text: string): void {
    const cell = this.open.at(-1)?.cell;
    if (!cell || this.unseen > 0) return;
    cell.text += text;
    if (cell.text.length > LONGEST_CELL) throw unreadable();
  }

  onclosetag(name: string, isImplied: boolean): void {
    const table = this.open.at(-1);
    this.depth -= 1;
    if (UNSEEN.has(name)) this.unseen = Math.max(0, this.unseen - 1);
    if (!table) return;
    if (name === "td" || name === "th") this.endCell(table);
    if (name === "tr") this.endRow(table);
    if (name !== "table") return;
    this.endRow(table);
    this.open.pop();
    // Nothing closes a table by implication but the end of the page.
    this.wasCut ||= isImplied;
  }

  private endCell(table: Table): void {
    const { row, cell } = table;
    if (!row || !cell) return;
    table.cell = null;
    fillSpans(table, row);
    const column = row.length;
    if (column + cell.columns > MOST_COLUMNS) throw unreadable();
    const text = cell.isLayout ? "" : cell.text.trim();
    row.push(text);
    for (let more = 1; more < cell.columns; more++) row.push("");
    if (cell.rows <= 1) return;
    this.spanned += cell.columns;
    if (this.spanned > MOST_SPANNED) throw unreadable();
    for (let at = 0; at < cell.columns; at++) {
      table.spans.set(column + at, { text: at === 0 ? text : "", rowsLeft: cell.rows - 1 });
    }
  }

  private endRow(table: Table): void {
    this.endCell(table);
    const { row } = table;
    if (!row) return;
    table.row = null;
    fillSpans(table, row);
    this.rowNumber += 1;
    this.rows.push({ rowNumber: this.rowNumber, cells: row });
  }
}

/** A cell that reaches down stands in the rows below it too. */
function fillSpans({ spans }: Table, row: string[]): void {
  for (let span = spans.get(row.length); span && row.length < MOST_COLUMNS; span = spans.get(row.length)) {
    span.rowsLeft -= 1;
    if (span.rowsLeft === 0) spans.delete(row.length);
    row.push(span.text);
  }
}

function spanOf(text: string | undefined): number {
  const span = Number.parseInt(text ?? "1", 10);
  return span >= 1 && span <= MOST_COLUMNS ? span : 1;
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}
