import "server-only";
import { AppError } from "../../errors";
import type { Cell, RawRow } from "../sheet-reader";
import { sizeOfCells } from "../size-of-cells";
import { columnAt, wholeNumberAt } from "./bytes-of-numbers";
import { decodeEscapes } from "./decode-escapes";
import { excelMoment } from "./excel-moment";
import type { SharedTexts } from "./shared-texts";
import type { XmlTag } from "./xml-tag";
import { LONGEST_TEXT, type XmlHandler } from "./xml-tokens";

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const ROWS_PER_BATCH = 1000;
/** A batch is smaller where rows are large; a row that is larger by itself is none of Excel's. */
const BYTES_PER_BATCH = 4 * 1024 * 1024;

/** What the cells of a sheet refer to. */
export type CellContext = {
  readonly texts: SharedTexts;
  /** By the number of a style. */
  readonly areDates: readonly boolean[];
  readonly isFrom1904: boolean;
};

/** Gathers the rows of a sheet as its parts are told. Throws `fileUnreadable` for what no sheet can hold. */
export class SheetHandler implements XmlHandler {
  private rows: RawRow[] = [];
  private size = 0;
  private isData = false;
  private row: Cell[] | null = null;
  private rowNumber = 0;
  private isCell = false;
  private column = 0;
  private type = "";
  private style = -1;
  private isSound = false;
  private isText = false;
  private value = "";

  constructor(private readonly context: CellContext) {}

  /** True when the rows had better be taken before more are read. */
  get isFull(): boolean {
    return this.rows.length >= ROWS_PER_BATCH || this.size >= BYTES_PER_BATCH;
  }

  /** The rows that are complete and not yet taken. */
  takeRows(): readonly RawRow[] {
    const { rows } = this;
    this.rows = [];
    this.size = 0;
    return rows;
  }

  open(name: string, tag: XmlTag): void {
    switch (name) {
      case "c":
        if (this.row) this.beginCell(tag);
        return;
      case "v":
        this.isText = this.isCell && this.type !== "inlineStr";
        return;
      case "t":
        this.isText = this.isCell && this.type === "inlineStr" && !this.isSound;
        return;
      case "row":
        if (this.isData) this.beginRow(tag);
        return;
      case "rPh":
        this.isSound = true;
        return;
      case "sheetData":
        this.isData = true;
    }
  }

  close(name: string): void {
    switch (name) {
      case "c":
        if (this.row && this.isCell) this.endCell(this.row);
        return;
      case "v":
      case "t":
        this.isText = false;
        return;
      case "row":
        if (this.row) this.endRow(this.row);
        return;
      case "rPh":
        this.isSound = false;
        return;
      case "sheetData":
        this.isData = false;
    }
  }

  text(bytes: Buffer, from: number, to: number): void {
    if (!this.isText) return;
    this.value += bytes.toString("utf8", from, to);
    if (this.value.length > LONGEST_TEXT) throw unreadable();
  }

  /** A row without a number follows the one before. */
  private beginRow(tag: XmlTag): void {
    this.row = [];
    this.column = -1;
    this.rowNumber = tag.find("r") ? wholeNumberAt(tag.bytes, tag.from, tag.to) : this.rowNumber + 1;
    if (!(this.rowNumber >= 1 && this.rowNumber <= MOST_ROWS)) throw unreadable();
  }

  private endRow(row: Cell[]): void {
    const size = sizeOfCells(row);
    if (size > BYTES_PER_BATCH) throw unreadable();
    this.size += size;
    this.rows.push({ rowNumber: this.rowNumber, cells: row });
    this.row = null;
  }

  /** So does a cell. */
  private beginCell(tag: XmlTag): void {
    this.isCell = true;
    const column = tag.find("r") ? columnAt(tag.bytes, tag.from, tag.to) : -1;
    this.column = column === -1 ? this.column + 1 : column;
    if (this.column >= MOST_COLUMNS) throw unreadable();
    this.style = tag.find("s") ? wholeNumberAt(tag.bytes, tag.from, tag.to) : -1;
    this.type = tag.value("t") ?? "";
    this.value = "";
  }

  private endCell(row: Cell[]): void {
    this.isCell = false;
    while (row.length < this.column) row.push("");
    row[this.column] = this.cell();
  }

  private cell(): Cell {
    const { type, value, context } = this;
    switch (type) {
      case "s":
        return value === "" ? "" : context.texts.at(Number(value));
      case "str":
      case "inlineStr":
        return decodeEscapes(value);
      case "b":
        return value === "1" || value.toLowerCase() === "true" ? "1" : "0";
      case "e":
        return value;
    }
    const number = value === "" ? Number.NaN : Number(value);
    // Days may be written as ISO text.
    if (Number.isNaN(number)) return value;
    return context.areDates[this.style] === true ? excelMoment(number, context.isFrom1904) : number;
  }
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}
