import "server-only";
import { ownText } from "./own-text";

const FIRST_SLOTS = 1 << 8;
const MOST_TEXTS = 1 << 15;
const LONGEST = 64;
/** So many cells of a column are looked at before it is said to repeat itself or not. */
const TRIED = 4096;
const FACTOR = 0x9e3779b1;

/**
 * The texts of a list's cells, each of them once: a million rows name the same few offices, days and words, and a text
 * that is the same object is found in a map in no time. Columns that hardly repeat themselves are left alone.
 */
export class CellTexts {
  /** Numbers of texts, twice as many places as texts; 0 is none. */
  private slots = new Int32Array(FIRST_SLOTS);
  private characters = new Uint16Array((FIRST_SLOTS / 2) * LONGEST);
  private readonly hashes: number[] = [0];
  private readonly texts: string[] = [""];
  private readonly found: number[] = [];
  private readonly missed: number[] = [];

  /** The text between two places; `characters` are those of `text`. */
  of(text: string, characters: Uint16Array, from: number, to: number, column: number): string {
    const length = to - from;
    if (length === 0) return "";
    if (length > LONGEST || this.isLeftAlone(column)) return text.slice(from, to);
    let hash = length;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (characters[at] ?? 0), FACTOR);
    const slot = this.find(hash, characters, from, length);
    const known = this.slots[slot] ?? 0;
    const counts = known === 0 ? this.missed : this.found;
    counts[column] = (counts[column] ?? 0) + 1;
    return known === 0
      ? this.keep(slot, hash, text.slice(from, to), characters.subarray(from, to))
      : (this.texts[known] ?? "");
  }

  /** Where the text is, or would be. */
  private find(hash: number, characters: Uint16Array, from: number, length: number): number {
    const last = this.slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & last; ; slot = (slot + 1) & last) {
      const known = this.slots[slot] ?? 0;
      if (known === 0) return slot;
      if (this.hashes[known] === hash && this.isSame(known, characters, from, length)) return slot;
    }
  }

  private isLeftAlone(column: number): boolean {
    const missed = this.missed[column] ?? 0;
    return missed >= TRIED && missed > (this.found[column] ?? 0);
  }

  private isSame(known: number, characters: Uint16Array, from: number, length: number): boolean {
    if (this.texts[known]?.length !== length) return false;
    const begin = known * LONGEST;
    for (let at = 0; at < length; at++) if (this.characters[begin + at] !== characters[from + at]) return false;
    return true;
  }

  private keep(slot: number, hash: number, text: string, characters: Uint16Array): string {
    const known = this.texts.length;
    if (known >= MOST_TEXTS) return text;
    const own = ownText(text);
    this.texts.push(own);
    this.hashes.push(hash);
    this.slots[slot] = known;
    this.characters.set(characters, known * LONGEST);
    if (known + 1 < MOST_TEXTS && (known + 1) * 2 >= this.slots.length) this.grow();
    return own;
  }

  private grow(): void {
    const { characters } = this;
    this.characters = new Uint16Array(characters.length * 2);
    this.characters.set(characters);
    this.slots = new Int32Array(this.slots.length * 2);
    for (const [known, hash] of this.hashes.entries()) {
      if (known === 0) continue;
      const begin = known * LONGEST;
      this.slots[this.find(hash, this.characters, begin, this.texts[known]?.length ?? 0)] = known;
    }
  }
}
