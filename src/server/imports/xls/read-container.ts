import "server-only";
import { AppError } from "../../errors";

const MAGIC = "d0cf11e0a1b11ae1";
const HEADER_BYTES = 512;
const END_OF_CHAIN = 0xfffffffe;
const LAST_SECTOR = 0xfffffffa;
const HEADER_FAT_ENTRIES = 109;
const ENTRY_BYTES = 128;
const MINI_SHIFT = 6;
const SMALLEST_NORMAL_STREAM = 4096;
const ROOT = 5;
const STREAM = 2;

type Entry = { readonly name: string; readonly kind: number; readonly start: number; readonly size: number };

/**
 * A stream of an OLE2 compound file by its name; null when there is none. Every sector number is checked and
 * no chain is followed longer than the file could hold. Throws `fileUnreadable`.
 */
export function readStream(file: Buffer, name: string): Buffer | null {
  const container = new Container(file);
  const entry = container.entries.find((candidate) => candidate.kind === STREAM && candidate.name === name);
  return entry ? container.read(entry) : null;
}

class Container {
  readonly entries: readonly Entry[];
  private readonly shift: number;
  private readonly fat: readonly number[];

  constructor(private readonly file: Buffer) {
    if (file.length < HEADER_BYTES || file.subarray(0, 8).toString("hex") !== MAGIC) throw unreadable();
    this.shift = file.readUInt16LE(30);
    if ((this.shift !== 9 && this.shift !== 12) || file.readUInt16LE(32) !== MINI_SHIFT) throw unreadable();
    this.fat = this.readFat();
    const directory = this.chain(file.readUInt32LE(48));
    this.entries = Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, at) =>
      toEntry(directory.subarray(at * ENTRY_BYTES, (at + 1) * ENTRY_BYTES)),
    );
  }

  read({ start, size }: Entry): Buffer {
    const whole = size < SMALLEST_NORMAL_STREAM ? this.miniChain(start) : this.chain(start);
    if (size > whole.length) throw unreadable();
    return whole.subarray(0, size);
  }

  private readFat(): number[] {
    const sectors: number[] = [];
    for (let at = 0; at < HEADER_FAT_ENTRIES; at++) sectors.push(this.file.readUInt32LE(76 + at * 4));
    const perSector = (1 << this.shift) / 4 - 1;
    let next = this.file.readUInt32LE(68);
    for (let seen = 0; next <= LAST_SECTOR; seen++) {
      if (seen > this.sectorCount()) throw unreadable();
      const more = this.sector(next);
      if (more.length < 1 << this.shift) throw unreadable();
      for (let at = 0; at < perSector; at++) sectors.push(more.readUInt32LE(at * 4));
      next = more.readUInt32LE(perSector * 4);
    }
    const used = sectors.filter((sector) => sector <= LAST_SECTOR);
    if (used.length > this.sectorCount()) throw unreadable();
    return used.flatMap((sector) => toNumbers(this.sector(sector)));
  }

  private sectorCount(): number {
    return Math.ceil(this.file.length / (1 << this.shift));
  }

  /** The last sector of a file may be cut where its stream ends. */
  private sector(number: number): Buffer {
    const from = (number + 1) * 2 ** this.shift;
    if (from >= this.file.length) throw unreadable();
    return this.file.subarray(from, from + 2 ** this.shift);
  }

  private chain(start: number): Buffer {
    return Buffer.concat(follow(start, this.fat).map((number) => this.sector(number)));
  }

  private miniChain(start: number): Buffer {
    const root = this.entries.find(({ kind }) => kind === ROOT);
    if (!root) throw unreadable();
    const container = this.chain(root.start);
    const miniFat = toNumbers(this.chain(this.file.readUInt32LE(60)));
    return Buffer.concat(
      follow(start, miniFat).map((number) => container.subarray(number << MINI_SHIFT, (number + 1) << MINI_SHIFT)),
    );
  }
}

function follow(start: number, fat: readonly number[]): number[] {
  const path: number[] = [];
  for (let at = start; at !== END_OF_CHAIN; ) {
    if (path.length > fat.length) throw unreadable();
    path.push(at);
    const next = fat[at];
    if (next === undefined) throw unreadable();
    at = next;
  }
  return path;
}

function toNumbers(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4));
}

function toEntry(bytes: Buffer): Entry {
  const nameBytes = Math.min(64, Math.max(2, bytes.readUInt16LE(64))) - 2;
  return {
    name: bytes.subarray(0, nameBytes).toString("utf16le"),
    kind: bytes.readUInt8(66),
    start: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}
