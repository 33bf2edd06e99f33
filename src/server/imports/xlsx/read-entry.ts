import "server-only";
import type yauzl from "yauzl";
import { AppError } from "../../errors";
import { openEntry, openZip } from "./open-entry";

/** The bytes of one entry of a zip that `checkZip` let pass. Throws `fileUnreadable` when there is none of that name. */
export async function* readEntry(filePath: string, name: string): AsyncGenerator<Buffer> {
  const zip = await openZip(filePath);
  try {
    yield* await openEntry(zip, await findEntry(zip, name));
  } finally {
    zip.close();
  }
}

function findEntry(zip: yauzl.ZipFile, name: string): Promise<yauzl.Entry> {
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => reject(new AppError("fileUnreadable")));
    zip.on("entry", (entry: yauzl.Entry) => (entry.fileName === name ? resolve(entry) : zip.readEntry()));
    zip.readEntry();
  });
}
