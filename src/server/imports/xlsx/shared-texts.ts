import "server-only";
import { AppError } from "../../errors";
import { decodeEscapes } from "./decode-escapes";
import { LONGEST_TEXT } from "./xml-tokens";

const PAGE_BITS = 20;
const PAGE_BYTES = 1 << PAGE_BITS;
const ENDS_BITS = 16;
const ENDS_PER_PAGE = 1 << ENDS_BITS;
/** What the texts of one workbook may take: a million rows with three texts of their own each. */
const MOST_BYTES = 96 * 1024 * 1024;
/** Lists say the same few hundred short texts again and again. */
const KEPT = 4096;
const LONGEST_KEPT = 1024;

/**
 * The texts that the cells of a workbook share, in the bytes they arrived in: as strings half a million of them would
 * take ten times as much. Pages of one size, since what grows in one piece is held twice while it grows.
 */
export class SharedTexts {
  private readonly pages: Buffer[] = [];
  private readonly ends: Uint32Array[] = [];
  private length = 0;
  private count = 0;
  private readonly kept: string[] = Array.from({ length: KEPT }, () => "");
  private readonly keptAt = new Int32Array(KEPT).fill(-1);

  /** More of the text that has begun. Throws `readingStopped` when there is no more room, `fileUnreadable`. */
  append(bytes: Buffer, from: number, to: number): void {
    if (this.length + to - from - this.begin(this.count) > LONGEST_TEXT) throw new AppError("fileUnreadable");
    for (let at = from; at < to; ) {
      const page = this.page();
      const copied = bytes.copy(page, this.length & (PAGE_BYTES - 1), at, to);
      this.length += copied;
      at += copied;
    }
  }

  /** The text is complete; the next one begins. Throws as `append`. */
  endText(): void {
    const slot = this.count & (ENDS_PER_PAGE - 1);
    if (slot === 0) {
      this.checkRoom();
      this.ends.push(new Uint32Array(ENDS_PER_PAGE));
    }
    const ends = this.ends.at(-1);
    if (ends) ends[slot] = this.length;
    this.count += 1;
  }

  /** "" where there is none. */
  at(index: number): string {
    if (!(Number.isInteger(index) && index >= 0 && index < this.count)) return "";
    const slot = index & (KEPT - 1);
    if (this.keptAt[slot] === index) return this.kept[slot] ?? "";
    const text = decodeEscapes(this.read(this.begin(index), this.begin(index + 1)));
    if (text.length <= LONGEST_KEPT) {
      this.keptAt[slot] = index;
      this.kept[slot] = text;
    }
    return text;
  }

  private read(from: number, to: number): string {
    const first = from >> PAGE_BITS;
    const pages = this.pages.slice(first, ((to - 1) >> PAGE_BITS) + 1);
    const bytes = pages.length === 1 ? pages[0] : Buffer.concat(pages);
    return bytes?.toString("utf8", from - first * PAGE_BYTES, to - first * PAGE_BYTES) ?? "";
  }

  /** Where a text begins, or the one after the last. */
  private begin(index: number): number {
    return index === 0 ? 0 : (this.ends[(index - 1) >> ENDS_BITS]?.[(index - 1) & (ENDS_PER_PAGE - 1)] ?? 0);
  }

  private page(): Buffer {
    const last = this.pages.at(-1);
    if (last && this.length < this.pages.length * PAGE_BYTES) return last;
    this.checkRoom();
    const page = Buffer.allocUnsafeSlow(PAGE_BYTES);
    this.pages.push(page);
    return page;
  }

  private checkRoom(): void {
    const taken = this.pages.length * PAGE_BYTES + this.ends.length * ENDS_PER_PAGE * Uint32Array.BYTES_PER_ELEMENT;
    if (taken >= MOST_BYTES) throw new AppError("readingStopped", { limit: "memory" });
  }
}
