import "server-only";
import { AppError } from "../../errors";
import type { Cell, RawRow } from "../sheet-reader";
import { BlockReader } from "./block-reader";
import type { XlsGlobals, XlsSheet } from "./read-globals";
import { RECORD, records } from "./records";

const MOST_COLUMNS = 256;
const IS_INTEGER = 2;
const IS_HUNDREDFOLD = 1;
/** The upper half of a cached result that is no number. */
const NOT_A_NUMBER = 0xffff;
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** The rows of one sheet in their order: values and cached results, no formula. Throws `fileUnreadable`. */
export function readCells(stream: Buffer, sheet: XlsSheet, globals: XlsGlobals): RawRow[] {
  const cells = new SheetCells(globals);
  let depth = 0;
  for (const { kind, blocks } of records(stream, sheet.offset)) {
    if (kind === RECORD.begin) depth += 1;
    else if (depth === 0) throw unreadable();
    else if (kind === RECORD.end) depth -= 1;
    // Charts are sheets within the sheet.
    else if (depth === 1) cells.take(kind, new BlockReader(blocks), blocks[0]);
    if (depth === 0) return cells.rows();
  }
  throw unreadable();
}

class SheetCells {
  private readonly byRow = new Map<number, Cell[]>();
  /** The cell whose formula gave a text: the text follows in a record of its own. */
  private awaiting: { row: number; column: number } | null = null;

  constructor(private readonly globals: XlsGlobals) {}

  take(kind: number, reader: BlockReader, first: Buffer): void {
    switch (kind) {
      case RECORD.sharedLabel: {
        const { row, column } = place(reader);
        const text = this.globals.strings[reader.u32()];
        if (text === undefined) throw unreadable();
        this.put(row, column, text);
        return;
      }
      case RECORD.label:
      case RECORD.richLabel: {
        const { row, column } = place(reader);
        this.put(row, column, reader.characters(reader.u16(), reader.u8()));
        return;
      }
      case RECORD.number: {
        const { row, column, style } = place(reader);
        this.putNumber(row, column, style, doubleAt(first, 6));
        return;
      }
      case RECORD.shortNumber: {
        const { row, column, style } = place(reader);
        this.putNumber(row, column, style, fromShort(reader.u32()));
        return;
      }
      case RECORD.numbers: {
        const row = reader.u16();
        const from = reader.u16();
        for (let at = 0; at < Math.floor((first.length - 6) / 6); at++) {
          this.putNumber(row, from + at, reader.u16(), fromShort(reader.u32()));
        }
        return;
      }
      case RECORD.booleanOrError: {
        const { row, column } = place(reader);
        const value = reader.u8();
        this.put(row, column, reader.u8() === 0 ? String(value) : (ERRORS[value] ?? ""));
        return;
      }
      case RECORD.formula:
        this.takeFormula(reader, first);
        return;
      case RECORD.formulaText:
        if (this.awaiting) {
          this.put(this.awaiting.row, this.awaiting.column, reader.characters(reader.u16(), reader.u8()));
        }
        this.awaiting = null;
    }
  }

  rows(): RawRow[] {
    return [...this.byRow]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({ rowNumber: row + 1, cells: Array.from(cells, (cell) => cell ?? "") }));
  }

  private takeFormula(reader: BlockReader, first: Buffer): void {
    const { row, column, style } = place(reader);
    if (first.length < 14) throw unreadable();
    if (first.readUInt16LE(12) !== NOT_A_NUMBER) {
      this.putNumber(row, column, style, doubleAt(first, 6));
      return;
    }
    const [kind, value] = [first.readUInt8(6), first.readUInt8(8)];
    this.awaiting = kind === 0 ? { row, column } : null;
    if (kind === 1) this.put(row, column, String(value));
    if (kind === 2) this.put(row, column, ERRORS[value] ?? "");
  }

  private putNumber(row: number, column: number, style: number, value: number): void {
    this.put(row, column, Number.isFinite(value) ? value + this.globals.daysToAdd(style) : "");
  }

  private put(row: number, column: number, value: Cell): void {
    if (column >= MOST_COLUMNS) throw unreadable();
    const cells = this.byRow.get(row) ?? [];
    cells[column] = value;
    this.byRow.set(row, cells);
  }
}

function place(reader: BlockReader): { row: number; column: number; style: number } {
  return { row: reader.u16(), column: reader.u16(), style: reader.u16() };
}

function doubleAt(bytes: Buffer, at: number): number {
  if (bytes.length < at + 8) throw unreadable();
  return bytes.readDoubleLE(at);
}

/** Thirty bits of an integer or of the upper half of a double, perhaps of the hundredfold. */
function fromShort(bits: number): number {
  const upper = Buffer.alloc(8);
  upper.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = (bits & IS_INTEGER) === 0 ? upper.readDoubleLE(0) : (bits | 0) >> 2;
  return (bits & IS_HUNDREDFOLD) === 0 ? value : value / 100;
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}
