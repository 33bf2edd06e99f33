import "server-only";
import { promisify } from "node:util";
import yauzl from "yauzl";
import { AppError } from "../errors";

const MOST_ENTRIES = 200;
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Sheets of repeated text shrink a lot; a bomb shrinks a thousandfold. */
const HIGHEST_RATIO = 200;
const ENCRYPTED = 1;

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/** Refuses what no spreadsheet program writes, before anything is unpacked. Throws `fileUnreadable`. */
export async function checkZip(filePath: string): Promise<void> {
  const zip = await openZip(filePath, { lazyEntries: true, validateEntrySizes: true }).catch(refuse);
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
      zip.readEntry();
    });
    zip.readEntry();
  }).finally(() => zip.close());
  if (!names.has("xl/workbook.xml")) throw unreadable();
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}

function refuse(): never {
  throw unreadable();
}
