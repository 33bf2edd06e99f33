import "server-only";
import { posix } from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { Parser } from "htmlparser2";
import yauzl from "yauzl";
import { AppError } from "../errors";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const MOST_BYTES = 1024 * 1024;
const MOST_SHEETS = 255;

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

export type XlsxSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** The entry that holds its rows; empty when the workbook does not tell. */
  readonly path: string;
};

/** The sheets that a workbook names, in their order. For a file that `checkZip` let pass. Throws `fileUnreadable`. */
export async function listXlsxSheets(filePath: string): Promise<readonly XlsxSheet[]> {
  const sheets: XlsxSheet[] = [];
  const targets = await readTargets(filePath);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (localName(name) !== "sheet" || attributes.name === undefined) return;
        const relation = Object.entries(attributes).find(([key]) => /^\w+:id$/i.test(key))?.[1] ?? "";
        const isHidden = /hidden$/i.test(attributes.state ?? "");
        sheets.push({ name: attributes.name, isHidden, path: targets.get(relation) ?? "" });
      },
    },
    { xmlMode: true },
  );
  parser.end(await readEntry(filePath, WORKBOOK));
  if (sheets.length === 0 || sheets.length > MOST_SHEETS) throw new AppError("fileUnreadable");
  return sheets;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Where the parts of a workbook are, by the names it has for them. */
async function readTargets(filePath: string): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const parser = new Parser(
    {
      onopentag(name, { Id: id, Target: target }) {
        if (localName(name) !== "Relationship" || id === undefined || target === undefined) return;
        targets.set(id, posix.join(target.startsWith("/") ? "" : "xl", target).replace(/^\//, ""));
      },
    },
    { xmlMode: true },
  );
  parser.end(await readEntry(filePath, RELATIONS));
  return targets;
}

async function readEntry(filePath: string, wanted: string): Promise<string> {
  const zip = await openZip(filePath, { lazyEntries: true, autoClose: false });
  const open = promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip));
  try {
    const entry = await new Promise<yauzl.Entry>((resolve, reject) => {
      zip.on("error", reject);
      zip.on("end", () => reject(new AppError("fileUnreadable")));
      zip.on("entry", (next: yauzl.Entry) => (next.fileName === wanted ? resolve(next) : zip.readEntry()));
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
