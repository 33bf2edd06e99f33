import "server-only";
import { pipeline, type Readable } from "node:stream";
import { promisify } from "node:util";
import { createInflateRaw } from "node:zlib";
import yauzl from "yauzl";
import { AppError } from "../../errors";

/** Each piece comes from another thread: small ones would spend the time on the way. */
const PIECE_BYTES = 1 << 16;
const STORED = 0;
const DEFLATED = 8;

/** A zip whose entries are asked for one by one; whoever opens it closes it. */
export function openZip(filePath: string): Promise<yauzl.ZipFile> {
  const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);
  return open(filePath, { lazyEntries: true, autoClose: false });
}

/** The bytes of an entry, unpacked, whatever it says of its size. Throws `fileUnreadable` for methods nobody uses. */
export async function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  const open = promisify<yauzl.Entry, yauzl.ZipFileOptions, Readable>(zip.openReadStream.bind(zip));
  const packed = await open(entry, { decodeFileData: false });
  if (entry.compressionMethod === STORED) return packed;
  if (entry.compressionMethod !== DEFLATED) throw new AppError("fileUnreadable");
  // Whoever iterates hears of errors.
  return pipeline(packed, createInflateRaw({ chunkSize: PIECE_BYTES }), () => {});
}
