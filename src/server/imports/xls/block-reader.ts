import "server-only";
import { AppError } from "../../errors";

const WIDE = 1;
const PHONETIC = 4;
const RICH = 8;
const FORMAT_RUN_BYTES = 4;

/** Reads values across the pieces into which BIFF8 cuts a long record. Throws `fileUnreadable` beyond their end. */
export class BlockReader {
  private block = 0;
  private at = 0;

  constructor(private readonly blocks: readonly Buffer[]) {}

  u8(): number {
    return this.take(1).readUInt8(0);
  }

  u16(): number {
    return this.take(2).readUInt16LE(0);
  }

  u32(): number {
    return this.take(4).readUInt32LE(0);
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const here = Math.min(left, this.here().length - this.at);
      this.at += here;
      left -= here;
    }
  }

  /** A string of the shared table, with what follows it: runs of formats and the phonetic guide. */
  richText(): string {
    const length = this.u16();
    const flags = this.u8();
    const runs = (flags & RICH) === 0 ? 0 : this.u16();
    const guide = (flags & PHONETIC) === 0 ? 0 : this.u32();
    const text = this.characters(length, flags);
    this.skip(runs * FORMAT_RUN_BYTES);
    this.skip(guide);
    return text;
  }

  /** Each further piece says anew whether its characters take one byte or two. */
  characters(length: number, flags: number): string {
    let isWide = (flags & WIDE) !== 0;
    let text = "";
    while (text.length < length) {
      if (this.at >= this.current().length) {
        this.next();
        isWide = (this.u8() & WIDE) !== 0;
      }
      const width = isWide ? 2 : 1;
      const count = Math.min(length - text.length, Math.floor((this.current().length - this.at) / width));
      if (count === 0) throw unreadable();
      text += this.take(count * width).toString(isWide ? "utf16le" : "latin1");
    }
    return text;
  }

  private take(bytes: number): Buffer {
    const piece = this.here().subarray(this.at, this.at + bytes);
    if (piece.length < bytes) throw unreadable();
    this.at += bytes;
    return piece;
  }

  /** The piece with the next byte. */
  private here(): Buffer {
    while (this.at >= this.current().length) this.next();
    return this.current();
  }

  private current(): Buffer {
    const block = this.blocks[this.block];
    if (!block) throw unreadable();
    return block;
  }

  private next(): void {
    this.block += 1;
    this.at = 0;
  }
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}
