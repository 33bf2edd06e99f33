import "server-only";
import { posix } from "node:path";
import { Parser } from "htmlparser2";
import { AppError } from "../../errors";
import { readEntry } from "./read-entry";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const MOST_BYTES = 1024 * 1024;
const MOST_SHEETS = 255;

export type XlsxSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** The entry that holds its rows; empty when the workbook does not tell. */
  readonly path: string;
};

export type XlsxWorkbook = {
  /** In their order. */
  readonly sheets: readonly XlsxSheet[];
  /** Days are counted from 1904, not from 1900. */
  readonly isFrom1904: boolean;
  /** The entries of what the cells refer to; empty when there is none. */
  readonly textsPath: string;
  readonly stylesPath: string;
};

/**
 * What a workbook says of its parts. For a file that `checkZip` let pass. Throws `fileUnreadable`.
 * @param names of its entries.
 */
export async function readWorkbook(filePath: string, names: ReadonlySet<string>): Promise<XlsxWorkbook> {
  const sheets: XlsxSheet[] = [];
  let isFrom1904 = false;
  const { paths, textsPath, stylesPath } = await readRelations(filePath, names);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = localName(name);
        if (local === "workbookPr") isFrom1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
        if (local !== "sheet" || attributes.name === undefined) return;
        const relation = Object.entries(attributes).find(([key]) => /^\w+:id$/i.test(key))?.[1] ?? "";
        const isHidden = /hidden$/i.test(attributes.state ?? "");
        sheets.push({ name: attributes.name, isHidden, path: paths.get(relation) ?? "" });
      },
    },
    { xmlMode: true },
  );
  parser.end(await readWhole(filePath, WORKBOOK));
  if (sheets.length === 0 || sheets.length > MOST_SHEETS) throw new AppError("fileUnreadable");
  return { sheets, isFrom1904, textsPath, stylesPath };
}

type Relations = Pick<XlsxWorkbook, "textsPath" | "stylesPath"> & {
  /** By the names that the workbook has for them. */
  readonly paths: ReadonlyMap<string, string>;
};

/** Where the parts of a workbook are. */
async function readRelations(filePath: string, names: ReadonlySet<string>): Promise<Relations> {
  // Some writers spell an entry otherwise than its relation; Excel does not mind.
  const byLowerCase = new Map([...names].map((name) => [name.toLowerCase(), name]));
  const paths = new Map<string, string>();
  let textsPath = "";
  let stylesPath = "";
  const parser = new Parser(
    {
      onopentag(name, { Id: id, Target: target, Type: type = "" }) {
        if (localName(name) !== "Relationship" || id === undefined || target === undefined) return;
        const full = posix.join(target.startsWith("/") ? "" : "xl", target).replace(/^\//, "");
        const path = byLowerCase.get(full.toLowerCase()) ?? "";
        paths.set(id, path);
        if (type.endsWith("/sharedStrings")) textsPath ||= path;
        if (type.endsWith("/styles")) stylesPath ||= path;
      },
    },
    { xmlMode: true },
  );
  parser.end(await readWhole(filePath, RELATIONS));
  return { paths, textsPath, stylesPath };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

async function readWhole(filePath: string, name: string): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of readEntry(filePath, name)) {
    size += piece.length;
    if (size > MOST_BYTES) throw new AppError("fileUnreadable");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
