import "server-only";
import { cleanText } from "@/lib/text";

const FIRST_SLOTS = 1 << 8;
const MOST_TEXTS = 1 << 15;
/** In bytes. */
const LONGEST = 128;
const WORD = 4;
/** So many cells of a column are looked at before it is said to repeat itself or not. */
const TRIED = 4096;
/** Whoever looks longer has met a file that was made to be slow. */
const MOST_LOOKS = 64;
const FACTOR = 0x9e3779b1;
/** Numbers of the text without a letter, and of one that is not kept. */
const EMPTY = 0;
const NONE = -1;

/** Bytes of a file, and how words of four of them are read. */
export class Bytes {
  private readonly words: DataView;

  constructor(readonly all: Buffer) {
    this.words = new DataView(all.buffer, all.byteOffset, all.length);
  }

  /** From a place of UTF-8 to another; what is no UTF-8 becomes U+FFFD. */
  text(from: number, to: number): string {
    let bits = 0;
    for (let at = from; at < to; at++) bits |= this.all[at] ?? 0;
    return this.all.toString(bits < 0x80 ? "latin1" : "utf8", from, to);
  }

  /** The four bytes from a place. */
  word(at: number): number {
    return this.words.getInt32(at, true);
  }

  hash(from: number, to: number): number {
    let hash = to - from;
    let at = from;
    for (; at + WORD <= to; at += WORD) hash = mixed(hash, this.word(at));
    for (; at < to; at++) hash = mixed(hash, this.all[at] ?? 0);
    return hash;
  }

  /** Whether the bytes from a place are those that `other` has from another. */
  isSame(from: number, other: Bytes, otherFrom: number, length: number): boolean {
    let at = 0;
    for (; at + WORD <= length; at += WORD) {
      if (this.word(from + at) !== other.word(otherFrom + at)) return false;
    }
    for (; at < length; at++) if (this.all[from + at] !== other.all[otherFrom + at]) return false;
    return true;
  }
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, FACTOR);
  return product ^ (product >>> 15);
}

/**
 * The texts of a list's cells, each of them once: a million rows name the same few offices, days and words, and a text
 * that is the same object is found in a map in no time. Columns that hardly repeat themselves are left alone.
 */
export class CellTexts {
  /** Numbers of texts, twice as many places as texts; 0 is none. */
  private slots = new Int32Array(FIRST_SLOTS);
  private kept = new Bytes(Buffer.alloc((FIRST_SLOTS / 2) * LONGEST));
  private readonly hashes: number[] = [0];
  private readonly lengths: number[] = [0];
  private readonly texts: string[] = [""];
  private readonly cleaned: string[] = [""];
  private readonly found: number[] = [];
  private readonly missed: number[] = [];

  /** The text between two places of UTF-8, of a cell of the column. */
  of(bytes: Bytes, from: number, to: number, column: number): string {
    const known = this.numberOf(bytes, from, to, column);
    return known === NONE ? bytes.text(from, to) : (this.texts[known] ?? "");
  }

  /** The same as `cleanText` has it. */
  clean(bytes: Bytes, from: number, to: number, column: number): string {
    const known = this.numberOf(bytes, from, to, column);
    return known === NONE ? cleanText(bytes.text(from, to)) : (this.cleaned[known] ?? "");
  }

  /** The number of the text, which is kept if it was not; `NONE` when it is not to be. */
  private numberOf(bytes: Bytes, from: number, to: number, column: number): number {
    const length = to - from;
    if (length === 0) return EMPTY;
    if (length > LONGEST || this.isLeftAlone(column)) return NONE;
    const hash = bytes.hash(from, to);
    const slot = this.find(hash, bytes, from, length);
    if (slot === null) return NONE;
    const known = this.slots[slot] ?? 0;
    const counts = known === 0 ? this.missed : this.found;
    counts[column] = (counts[column] ?? 0) + 1;
    return known === 0 ? this.keep(slot, hash, bytes, from, to) : known;
  }

  /** Where the text is, or would be; null where there is no room for it near by. */
  private find(hash: number, bytes: Bytes, from: number, length: number): number | null {
    const last = this.slots.length - 1;
    for (let look = 0; look < MOST_LOOKS; look++) {
      const slot = (hash + look) & last;
      const known = this.slots[slot] ?? 0;
      if (known === 0) return slot;
      const isAlike = this.hashes[known] === hash && this.lengths[known] === length;
      if (isAlike && bytes.isSame(from, this.kept, known * LONGEST, length)) return slot;
    }
    return null;
  }

  private isLeftAlone(column: number): boolean {
    const missed = this.missed[column] ?? 0;
    return missed >= TRIED && missed > (this.found[column] ?? 0);
  }

  private keep(slot: number, hash: number, bytes: Bytes, from: number, to: number): number {
    const known = this.texts.length;
    if (known >= MOST_TEXTS) return NONE;
    const text = bytes.text(from, to);
    this.texts.push(text);
    this.cleaned.push(cleanText(text));
    this.hashes.push(hash);
    this.lengths.push(to - from);
    this.slots[slot] = known;
    bytes.all.copy(this.kept.all, known * LONGEST, from, to);
    if (known + 1 < MOST_TEXTS && (known + 1) * 2 >= this.slots.length) this.grow();
    return known;
  }

  private grow(): void {
    const larger = Buffer.alloc(this.kept.all.length * 2);
    this.kept.all.copy(larger);
    this.kept = new Bytes(larger);
    this.slots = new Int32Array(this.slots.length * 2);
    for (const [known, hash] of this.hashes.entries()) {
      const slot = known === 0 ? null : this.find(hash, this.kept, known * LONGEST, this.lengths[known] ?? 0);
      if (slot !== null) this.slots[slot] = known;
    }
  }
}
