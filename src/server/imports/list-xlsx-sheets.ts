import "server-only";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { Parser } from "htmlparser2";
import yauzl from "yauzl";
import { AppError } from "../errors";

const WORKBOOK = "xl/workbook.xml";
const MOST_BYTES = 1024 * 1024;
const MOST_SHEETS = 255;

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

export type XlsxSheet = { readonly name: string; readonly isHidden: boolean };

/** The sheets that a workbook names, in their order. For a file that `checkZip` let pass. Throws `fileUnreadable`. */
export async function listXlsxSheets(filePath: string): Promise<readonly XlsxSheet[]> {
  const sheets: XlsxSheet[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (localName(name) !== "sheet" || attributes.name === undefined) return;
        sheets.push({ name: attributes.name, isHidden: /hidden$/i.test(attributes.state ?? "") });
      },
    },
    { xmlMode: true },
  );
  parser.end(await readWorkbook(filePath));
  if (sheets.length === 0 || sheets.length > MOST_SHEETS) throw new AppError("fileUnreadable");
  return sheets;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

async function readWorkbook(filePath: string): Promise<string> {
  const zip = await openZip(filePath, { lazyEntries: true, autoClose: false });
  const open = promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip));
  try {
    const entry = await new Promise<yauzl.Entry>((resolve, reject) => {
      zip.on("error", reject);
      zip.on("end", () => reject(new AppError("fileUnreadable")));
      zip.on("entry", (next: yauzl.Entry) => (next.fileName === WORKBOOK ? resolve(next) : zip.readEntry()));
      zip.readEntry();
    });
    if (entry.uncompressedSize > MOST_BYTES) throw new AppError("fileUnreadable");
    const chunks: Buffer[] = [];
    for await (const chunk of await open(entry)) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString("utf8");
  } finally {
    zip.close();
  }
}
