import "server-only";
import { Bytes, CellTexts } from "./cell-texts";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** In bytes, of 32 768 characters: a quote that never closes would swallow the file into one cell. */
const LONGEST_CELL = 3 * 32_768;
/** Bytes of a record; each new piece of the file is looked at together with what is unfinished. */
const LONGEST_RECORD = 4 * 1024 * 1024;

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
  private rest: Buffer = Buffer.alloc(0);
  private taken = 0;
  private readonly texts = new CellTexts();

  constructor(private readonly delimiter: string) {}

  /** The records that are complete; the last, unfinished one waits for more. Throws `UnclosedQuote`, `EndlessRecord`. */
  push(utf8: Buffer): string[][] {
    this.rest = this.rest.length === 0 ? utf8 : Buffer.concat([this.rest, utf8]);
    return this.take(false);
  }

  /** What is left when the text has ended. Throws `UnclosedQuote`. */
  end(): string[][] {
    return this.take(true);
  }

  private take(isEnd: boolean): string[][] {
    const { rest } = this;
    const { length } = rest;
    const bytes = new Bytes(rest);
    const records: string[][] = [];
    const delimiter = this.delimiter.charCodeAt(0);
    let position = 0;
    let consumed = 0;
    let record: string[] = [];
    while (position < length) {
      let cell: string;
      if (rest[position] === QUOTE) {
        const closing = closingQuote(rest, position + 1);
        if (closing === -1 || (closing === length - 1 && !isEnd)) {
          if (isEnd || length - position > LONGEST_CELL) throw new UnclosedQuote(this.taken + records.length + 1);
          break;
        }
        cell = this.texts.of(bytes, position + 1, closing, record.length);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        position = closing + 1;
        // Text between the closing quote and the delimiter belongs to the cell, as spreadsheets read it.
        const stop = endOfPlainCell(rest, position, delimiter);
        if (stop > position) cell += bytes.text(position, stop);
        position = stop;
      } else {
        const stop = endOfPlainCell(rest, position, delimiter);
        cell = this.texts.of(bytes, position, stop, record.length);
        position = stop;
      }
      if (position >= length && !isEnd) break;
      const mark = position < length ? rest[position] : LINE_FEED;
      // An array that grows makes room for many more: an empty line would take three times as much.
      if (mark !== delimiter && record.length === 0) record = [cell];
      else record.push(cell);
      if (mark === delimiter) {
        position += 1;
        if (position < length || !isEnd) continue;
        record.push("");
      } else {
        const isPair = mark === CARRIAGE_RETURN && position + 1 < length && rest[position + 1] === LINE_FEED;
        if (mark === CARRIAGE_RETURN && position + 1 >= length && !isEnd) break;
        position += isPair ? 2 : 1;
      }
      records.push(record);
      record = [];
      consumed = position;
    }
    this.rest = rest.subarray(consumed);
    this.taken += records.length;
    if (length - consumed > LONGEST_RECORD) throw new EndlessRecord(this.taken + 1);
    return records;
  }
}

function endOfPlainCell(bytes: Buffer, from: number, delimiter: number): number {
  const { length } = bytes;
  const greatest = Math.max(delimiter, CARRIAGE_RETURN);
  let position = from;
  while (position < length) {
    const byte = bytes[position] ?? 0;
    // Nearly every byte is greater than those that end a cell.
    if (byte <= greatest && (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN)) return position;
    position += 1;
  }
  return position;
}

/** The quote that closes a quoted cell, or −1 while it is not there. */
function closingQuote(bytes: Buffer, from: number): number {
  let position = bytes.indexOf(QUOTE, from);
  while (position !== -1 && bytes[position + 1] === QUOTE) position = bytes.indexOf(QUOTE, position + 2);
  return position;
}
