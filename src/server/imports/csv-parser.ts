import "server-only";
import { Bytes, CellTexts } from "./cell-texts";
import { closingQuote, CsvRow } from "./csv-row";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** In bytes, of 32 768 characters: a quote that never closes would swallow the file into one cell. */
const LONGEST_CELL = 3 * 32_768;
/** Bytes of a record; each new piece of the file is looked at together with what is unfinished. */
const LONGEST_RECORD = 4 * 1024 * 1024;
const FIRST_BYTES = 1 << 19;
const FIRST_CELLS = 1 << 15;
/** Bytes that are looked at together; a number in each of them, and the highest bit of each. */
const WORD = 4;
const IN_EACH = 0x01010101;
const HIGHEST_OF_EACH = 0x80808080 | 0;
const ABOVE_LINE_ENDS = IN_EACH * (CARRIAGE_RETURN + 1);

export class UnclosedQuote extends Error {
  /** @param record 1-based number of the record whose quote stays open. */
  constructor(readonly record: number) {
    super(`A quote in record ${record} never closes`);
  }
}

export class EndlessRecord extends Error {
  /** @param record 1-based number of the record that does not end. */
  constructor(readonly record: number) {
    super(`Record ${record} does not end`);
  }
}

/**
 * RFC 4180 records from UTF-8 that arrives in pieces: quotes doubled inside quotes, line breaks inside
 * quotes, LF, CRLF or CR between records. Our own, because this is where a million rows spend their time.
 */
export class CsvParser {
  /** The bytes at hand, of which so many are used; the same room for piece after piece, which V8 need not clear away. */
  private room = new Bytes(Buffer.alloc(FIRST_BYTES));
  private length = 0;
  /** Where the record begins that is not complete. */
  private restBegin = 0;
  /** Where the cells of the piece at hand end, and how many there are. */
  private ends = new Int32Array(FIRST_CELLS);
  private cells = 0;
  private piece: { isOver: boolean } = { isOver: true };
  private taken = 0;
  private readonly texts = new CellTexts();

  constructor(private readonly delimiter: string) {}

  /**
   * The records that are complete, to be read until the next are asked for; the last, unfinished one waits for more.
   * Throws `UnclosedQuote`, `EndlessRecord`.
   */
  push(utf8: Buffer): CsvRow[] {
    this.append(utf8);
    return this.take(false);
  }

  /** What is left when the text has ended. Throws `UnclosedQuote`. */
  end(): CsvRow[] {
    this.append(Buffer.alloc(0));
    return this.take(true);
  }

  /** Moves what is left to the front, and puts the piece behind it. */
  private append(utf8: Buffer): void {
    this.piece.isOver = true;
    const rest = this.room.all.subarray(this.restBegin, this.length);
    const length = rest.length + utf8.length;
    if (length > this.room.all.length) this.room = new Bytes(Buffer.alloc(length * 2));
    this.room.all.set(rest);
    this.room.all.set(utf8, rest.length);
    this.length = length;
    this.restBegin = 0;
  }

  private take(isEnd: boolean): CsvRow[] {
    const { length } = this;
    const bytes = this.room;
    const delimiter = this.delimiter.charCodeAt(0);
    /** Two numbers for each record: where it begins, and how many cells there were before it. */
    const begins: number[] = [];
    this.cells = 0;
    let position = 0;
    let consumed = 0;
    let before = 0;
    while (position < length) {
      const stop = this.endOfCell(position, delimiter, isEnd, this.taken + begins.length / 2 + 1);
      if (stop === -1 || (stop >= length && !isEnd)) break;
      this.endCell(stop);
      const mark = stop < length ? bytes.all[stop] : LINE_FEED;
      position = stop + 1;
      if (mark === delimiter) {
        if (position < length || !isEnd) continue;
        this.endCell(length);
      } else if (mark === CARRIAGE_RETURN) {
        if (position >= length && !isEnd) break;
        if (position < length && bytes.all[position] === LINE_FEED) position += 1;
      }
      begins.push(consumed, before);
      before = this.cells;
      consumed = position;
    }
    this.restBegin = Math.min(consumed, length);
    if (length - this.restBegin > LONGEST_RECORD) throw new EndlessRecord(this.taken + begins.length / 2 + 1);
    return this.release(begins, before);
  }

  private release(begins: readonly number[], cells: number): CsvRow[] {
    const piece = { bytes: this.room, ends: this.ends, texts: this.texts, isOver: false };
    this.piece = piece;
    const records: CsvRow[] = [];
    for (let at = 0; at < begins.length; at += 2) {
      const [from = 0, first = 0, next = cells] = [begins[at], begins[at + 1], begins[at + 3]];
      this.taken += 1;
      records.push(new CsvRow(this.taken, piece, from, first, next - first));
    }
    return records;
  }

  /** Where a cell ends; −1 for a quoted one that is not complete. Throws `UnclosedQuote`. */
  private endOfCell(from: number, delimiter: number, isEnd: boolean, record: number): number {
    const { room, length } = this;
    if (room.all[from] !== QUOTE) return endOfPlainCell(room, from, length, delimiter);
    const closing = closingQuote(room.all, from + 1, length);
    // A quote that comes last may be the first of two.
    if (closing !== -1 && (closing < length - 1 || isEnd)) {
      return endOfPlainCell(room, closing + 1, length, delimiter);
    }
    if (isEnd || length - from > LONGEST_CELL) throw new UnclosedQuote(record);
    return -1;
  }

  private endCell(stop: number): void {
    if (this.cells === this.ends.length) {
      const before = this.ends;
      this.ends = new Int32Array(before.length * 2);
      this.ends.set(before);
    }
    this.ends[this.cells] = stop;
    this.cells += 1;
  }
}

function endOfPlainCell(bytes: Bytes, from: number, length: number, delimiter: number): number {
  const delimiters = Math.imul(delimiter, IN_EACH);
  let at = from;
  while (at < length) {
    while (at + WORD <= length && !holdsMark(bytes.word(at), delimiters)) at += WORD;
    const stop = Math.min(at + WORD, length);
    for (; at < stop; at++) {
      const byte = bytes.all[at];
      if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) return at;
    }
  }
  return at;
}

/**
 * Whether one of four bytes is the delimiter, or less than 14 as both ends of lines are: to subtract from such a byte
 * sets its highest bit, which only letters beyond ASCII have by themselves.
 */
function holdsMark(word: number, delimiters: number): boolean {
  const other = word ^ delimiters;
  return ((((word - ABOVE_LINE_ENDS) & ~word) | ((other - IN_EACH) & ~other)) & HIGHEST_OF_EACH) !== 0;
}
