import "server-only";
import { CellTexts } from "./cell-texts";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** A quote that never closes would swallow the file into one cell. */
const LONGEST_CELL = 32_768;
/** Characters of a record; each new piece of the file is looked at together with what is unfinished. */
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
 * RFC 4180 records from text that arrives in pieces: quotes doubled inside quotes, line breaks inside
 * quotes, LF, CRLF or CR between records. Our own, because this is where a million rows spend their time.
 */
export class CsvParser {
  private rest = Buffer.alloc(0);
  private taken = 0;
  private readonly texts = new CellTexts();

  constructor(private readonly delimiter: string) {}

  /**
   * The records that are complete; the last, unfinished one waits for more. Throws `UnclosedQuote`, `EndlessRecord`.
   * @param utf16 of whole characters.
   */
  push(utf16: Buffer): string[][] {
    this.rest = Buffer.concat([this.rest, utf16]);
    return this.take(false);
  }

  /** What is left when the text has ended. Throws `UnclosedQuote`. */
  end(): string[][] {
    return this.take(true);
  }

  private take(isEnd: boolean): string[][] {
    const { rest } = this;
    const text = rest.toString("utf16le");
    // A string hands its characters over one by one at three times the price.
    const characters = new Uint16Array(rest.buffer, rest.byteOffset, text.length);
    const records: string[][] = [];
    const delimiter = this.delimiter.charCodeAt(0);
    let position = 0;
    let consumed = 0;
    let record: string[] = [];
    while (position < text.length) {
      let cell: string;
      if (characters[position] === QUOTE) {
        const closing = closingQuote(text, position + 1);
        if (closing === -1 || (closing === text.length - 1 && !isEnd)) {
          if (isEnd || text.length - position > LONGEST_CELL) throw new UnclosedQuote(this.taken + records.length + 1);
          break;
        }
        cell = this.texts.of(text, characters, position + 1, closing, record.length);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        position = closing + 1;
        // Text between the closing quote and the delimiter belongs to the cell, as spreadsheets read it.
        const stop = endOfPlainCell(characters, position, text.length, delimiter);
        if (stop > position) cell += text.slice(position, stop);
        position = stop;
      } else {
        const stop = endOfPlainCell(characters, position, text.length, delimiter);
        cell = this.texts.of(text, characters, position, stop, record.length);
        position = stop;
      }
      if (position >= text.length && !isEnd) break;
      const mark = position < text.length ? characters[position] : LINE_FEED;
      // An array that grows makes room for many more: an empty line would take three times as much.
      if (mark !== delimiter && record.length === 0) record = [cell];
      else record.push(cell);
      if (mark === delimiter) {
        position += 1;
        if (position < text.length || !isEnd) continue;
        record.push("");
      } else {
        const isPair = mark === CARRIAGE_RETURN && position + 1 < text.length && characters[position + 1] === LINE_FEED;
        if (mark === CARRIAGE_RETURN && position + 1 >= text.length && !isEnd) break;
        position += isPair ? 2 : 1;
      }
      records.push(record);
      record = [];
      consumed = position;
    }
    this.rest = rest.subarray(consumed * Uint16Array.BYTES_PER_ELEMENT);
    this.taken += records.length;
    if (text.length - consumed > LONGEST_RECORD) throw new EndlessRecord(this.taken + 1);
    return records;
  }
}

function endOfPlainCell(characters: Uint16Array, from: number, end: number, delimiter: number): number {
  let position = from;
  while (position < end) {
    const code = characters[position];
    if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) return position;
    position += 1;
  }
  return position;
}

/** The quote that closes a quoted cell, or −1 while it is not there. */
function closingQuote(text: string, from: number): number {
  let position = text.indexOf('"', from);
  while (position !== -1 && text.charCodeAt(position + 1) === QUOTE) position = text.indexOf('"', position + 2);
  return position;
}
