import "server-only";
import { crc32 } from "node:zlib";
import type yauzl from "yauzl";
import { AppError } from "../../errors";
import { openEntry, openZip } from "./open-entry";

const MOST_ENTRIES = 200;
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Sheets of repeated text shrink a lot; a bomb shrinks a thousandfold. */
const HIGHEST_RATIO = 200;
const ENCRYPTED = 1;
/** Where a document type may stand: before the first element. No spreadsheet has one; it can define entities. */
const PROLOGUE_BYTES = 4096;
const DOCUMENT_TYPE = "<!DOCTYPE";

/** Is given an entry's name and some of its bytes. */
type Look = (name: string, chunk: Buffer) => void;

/**
 * Refuses what no spreadsheet program writes. Every entry is unpacked once, to nowhere, because what an
 * archive says of its sizes may be a lie; whoever wants to look at the bytes may do so as they pass. Returns the names
 * of its entries. Throws `fileUnreadable`.
 */
export async function checkZip(filePath: string, look: Look = () => {}): Promise<ReadonlySet<string>> {
  const zip = await openZip(filePath).catch(refuse);
  const names = new Set<string>();
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("error", () => reject(unreadable()));
    zip.on("end", resolve);
    zip.on("entry", (entry: yauzl.Entry) => {
      unpacked += entry.uncompressedSize;
      const isBad =
        names.size >= MOST_ENTRIES ||
        names.has(entry.fileName) ||
        (entry.generalPurposeBitFlag & ENCRYPTED) !== 0 ||
        unpacked > MOST_UNPACKED_BYTES ||
        entry.uncompressedSize > HIGHEST_RATIO * Math.max(entry.compressedSize, 1024);
      if (isBad) {
        reject(unreadable());
        return;
      }
      names.add(entry.fileName);
      unpackToNowhere(zip, entry, look).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  }).finally(() => zip.close());
  if (!names.has("xl/workbook.xml")) throw unreadable();
  return names;
}

/** The size finds what is longer or shorter than declared, the checksum what was damaged on the way. */
async function unpackToNowhere(zip: yauzl.ZipFile, entry: yauzl.Entry, look: Look): Promise<void> {
  let prologue = "";
  let checksum = 0;
  let size = 0;
  try {
    for await (const chunk of await openEntry(zip, entry)) {
      checksum = crc32(chunk, checksum);
      size += chunk.length;
      if (size > entry.uncompressedSize) throw unreadable();
      look(entry.fileName, chunk);
      if (prologue.length >= PROLOGUE_BYTES) continue;
      // UTF-16 spells the same letters with a zero between.
      prologue += chunk.toString("latin1").replaceAll("\0", "");
      if (prologue.slice(0, PROLOGUE_BYTES).includes(DOCUMENT_TYPE)) throw unreadable();
    }
  } catch {
    throw unreadable();
  }
  if (checksum !== entry.crc32 || size !== entry.uncompressedSize) throw unreadable();
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}

function refuse(): never {
  throw unreadable();
}
