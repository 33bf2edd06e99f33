import "server-only";
import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export type ZipEntry = { readonly name: string; readonly content: Iterable<string> | AsyncIterable<string> };

type Written = {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
};

const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980, 00:00: the same rows make the same bytes. */
const DOS_DATE = 0x0021;

/**
 * A ZIP archive whose entries are packed as they are read: nothing of them is held. PKWARE APPNOTE 6.3, without
 * ZIP64: no entry and no archive above 4 GB.
 */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const directory: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const header = localHeader(name);
    yield header;
    let [crc, size, packed] = [0, 0, 0];
    const bytes = async function* () {
      for await (const text of entry.content) {
        const chunk = Buffer.from(text, "utf8");
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    const deflate = createDeflateRaw();
    // A failure destroys the stream, which then throws out of the loop below.
    pipeline(Readable.from(bytes()), deflate, () => {});
    for await (const chunk of deflate) {
      const part: Buffer = chunk;
      packed += part.length;
      yield part;
    }
    yield numbers(4, [0x08074b50, crc, packed, size]);
    directory.push({ name, offset, crc, packed, size });
    offset += header.length + packed + 16;
  }
  const records = directory.map(centralRecord);
  const length = records.reduce((sum, record) => sum + record.length, 0);
  yield Buffer.concat(records);
  yield Buffer.concat([
    numbers(4, [0x06054b50]),
    numbers(2, [0, 0, directory.length, directory.length]),
    numbers(4, [length, offset]),
    numbers(2, [0]),
  ]);
}

function numbers(bytes: 2 | 4, values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(bytes * values.length);
  values.forEach((value, index) => {
    buffer.writeUIntLE(value, index * bytes, bytes);
  });
  return buffer;
}

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([
    numbers(4, [0x04034b50]),
    numbers(2, [VERSION, FLAGS, DEFLATE, 0, DOS_DATE]),
    numbers(4, [0, 0, 0]),
    numbers(2, [name.length, 0]),
    name,
  ]);
}

function centralRecord({ name, offset, crc, packed, size }: Written): Buffer {
  return Buffer.concat([
    numbers(4, [0x02014b50]),
    numbers(2, [VERSION, VERSION, FLAGS, DEFLATE, 0, DOS_DATE]),
    numbers(4, [crc, packed, size]),
    numbers(2, [name.length, 0, 0, 0, 0]),
    numbers(4, [0, offset]),
    name,
  ]);
}
