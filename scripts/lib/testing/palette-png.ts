import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
const RGB = 2;
const RGBA = 6;
const INDEXED = 3;

type Raster = { readonly width: number; readonly height: number; readonly channels: 3 | 4; readonly bytes: Buffer };

/** The same picture with 256 colours at most, a third of its size. Of Chromium's PNG: 8 bits, not interlaced. W3C PNG, 3rd edition. */
export function palettePng(png: Buffer): Buffer {
  if (png[25] === INDEXED) return png;
  const raster = decode(png);
  let step = 1;
  let indexed = toIndexes(raster, step);
  while (indexed === null) {
    step *= 2;
    indexed = toIndexes(raster, step);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(raster.width, 0);
  head.writeUInt32BE(raster.height, 4);
  head.set([8, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", indexed.palette),
    chunk("IDAT", deflateSync(indexed.lines, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Lines of indexes, each behind its filter (none); null when the colours, rounded to `step`, are too many. */
function toIndexes(
  { width, height, channels, bytes }: Raster,
  step: number,
): { palette: Buffer; lines: Buffer } | null {
  const known = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  const rounded = (at: number) => Math.min(255, Math.round((bytes[at] ?? 0) / step) * step);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * channels;
    const colour = (rounded(at) << 16) | (rounded(at + 1) << 8) | rounded(at + 2);
    let index = known.get(colour);
    if (index === undefined) {
      index = known.size;
      if (index === COLOURS) return null;
      known.set(colour, index);
    }
    lines[pixel + Math.floor(pixel / width) + 1] = index;
  }
  const palette = Buffer.alloc(known.size * 3);
  for (const [colour, index] of known) palette.writeUIntBE(colour, index * 3, 3);
  return { palette, lines };
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function decode(png: Buffer): Raster {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error("not a PNG");
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (kind !== RGB && kind !== RGBA) || interlaced !== 0)
    throw new Error("not a PNG of Chromium's kind");
  const channels = kind === RGB ? 3 : 4;
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const isData = png.toString("latin1", at + 4, at + 8) === "IDAT";
    if (isData) packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return { width, height, channels, bytes: unfilter(inflateSync(Buffer.concat(packed)), width * channels, channels) };
}

/** Takes back the filter of each line: what was written is the difference from the bytes beside and above. */
function unfilter(filtered: Buffer, length: number, channels: number): Buffer {
  const height = filtered.length / (length + 1);
  const bytes = Buffer.alloc(length * height);
  for (let line = 0; line < height; line += 1) {
    const filter = filtered[line * (length + 1)] ?? 0;
    const from = line * (length + 1) + 1;
    const to = line * length;
    for (let x = 0; x < length; x += 1) {
      const left = x < channels ? 0 : (bytes[to + x - channels] ?? 0);
      const above = line === 0 ? 0 : (bytes[to + x - length] ?? 0);
      const corner = line === 0 || x < channels ? 0 : (bytes[to + x - length - channels] ?? 0);
      bytes[to + x] = (filtered[from + x] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return bytes;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
