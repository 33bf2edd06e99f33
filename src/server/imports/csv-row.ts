import "server-only";
import { cleanText } from "@/lib/text";
import type { Bytes, CellTexts } from "./cell-texts";
import { type Moment, parseMomentCell, usualMoment } from "./parse-moment";
import type { CellReader, RawRow } from "./sheet-reader";

const QUOTE = 34;

/** Part of a CSV file that holds whole records; the next part takes its room. */
export type CsvPiece = {
  readonly isOver: boolean;
  readonly bytes: Bytes;
  /** Where each of its cells ends: at a delimiter, a line's end or the end of the file. */
  readonly ends: Int32Array;
  readonly texts: CellTexts;
};

/**
 * A record of a CSV file. Its cells become texts when somebody asks for them: of a list with fourteen columns three are
 * nobody's business, and days are read from the bytes. Nobody may ask once the next part of the file is read, but for
 * `cells` that were asked for before: then it throws.
 */
export class CsvRow implements RawRow, CellReader {
  private known: readonly string[] | null = null;
  private lastPosition = -1;
  private lastText = "";

  /**
   * @param from where the record begins in the bytes of the piece, @param first the number of its first cell there,
   * @param width how many cells it has.
   */
  constructor(
    readonly rowNumber: number,
    private readonly within: CsvPiece,
    private readonly from: number,
    private readonly first: number,
    private readonly width: number,
  ) {}

  get cells(): readonly string[] {
    this.known ??= Array.from({ length: this.width }, (_, position) => this.raw(position));
    return this.known;
  }

  get reader(): CellReader {
    return this;
  }

  text(position: number): string {
    if (position === this.lastPosition) return this.lastText;
    if (position >= this.width) return "";
    const [from, to] = [this.begin(position), this.end(position)];
    const { bytes, texts } = this.piece;
    this.lastText = isQuoted(bytes, from, to)
      ? cleanText(this.unquoted(from, to, position))
      : texts.clean(bytes, from, to, position);
    this.lastPosition = position;
    return this.lastText;
  }

  moment(position: number): Moment | null {
    if (position >= this.width) return null;
    const [from, to] = [this.begin(position), this.end(position)];
    return from === to ? null : (usualMoment(this.piece.bytes.all, from, to) ?? parseMomentCell(this.raw(position)));
  }

  private get piece(): CsvPiece {
    if (this.within.isOver) throw new Error(`Row ${this.rowNumber} is read when its part of the file is gone`);
    return this.within;
  }

  private begin(position: number): number {
    return position === 0 ? this.from : this.end(position - 1) + 1;
  }

  private end(position: number): number {
    return this.within.ends[this.first + position] ?? 0;
  }

  private raw(position: number): string {
    const [from, to] = [this.begin(position), this.end(position)];
    const { bytes, texts } = this.piece;
    return isQuoted(bytes, from, to) ? this.unquoted(from, to, position) : texts.of(bytes, from, to, position);
  }

  /** Text between the closing quote and the delimiter belongs to the cell, as spreadsheets read it. */
  private unquoted(from: number, to: number, position: number): string {
    const { bytes, texts } = this.piece;
    const closing = closingQuote(bytes.all, from + 1, to);
    const inside = texts.of(bytes, from + 1, closing, position).replaceAll('""', '"');
    return closing + 1 === to ? inside : inside + bytes.text(closing + 1, to);
  }
}

function isQuoted(bytes: Bytes, from: number, to: number): boolean {
  return from < to && bytes.all[from] === QUOTE;
}

/** The quote between two places that closes a quoted cell, or −1 while it is not there. */
export function closingQuote(bytes: Buffer, from: number, to: number): number {
  let position = bytes.indexOf(QUOTE, from);
  while (position !== -1 && position + 1 < to && bytes[position + 1] === QUOTE)
    position = bytes.indexOf(QUOTE, position + 2);
  return position < to ? position : -1;
}
