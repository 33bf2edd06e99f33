import "server-only";
import { type MergedCell, MergedCells } from "../merged-cells";

const WORD = "mergeCells";
const SHEET = /^xl\/.*\.xml$/i;
const CELL = /<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})["']/g;
const END = /<\/(?:\w+:)?mergeCells\s*>/;
/** One element is far shorter; what does not end within this is none of ours. */
const LONGEST_TAG = 4096;

type Entry = { readonly cells: MergedCells; rest: string; state: "before" | "within" | "after" };

/**
 * Finds the merged cells of a workbook's sheets in the bytes of its entries as they pass: they stand below the rows, so
 * that a reader of rows learns of them too late.
 */
export class XlsxMerged {
  private readonly entries = new Map<string, Entry>();

  take(name: string, chunk: Buffer): void {
    if (!SHEET.test(name)) return;
    const entry: Entry = this.entries.get(name) ?? { cells: new MergedCells(), rest: "", state: "before" };
    this.entries.set(name, entry);
    if (entry.state === "before") seek(entry, chunk);
    else if (entry.state === "within") gather(entry, chunk.toString("latin1"));
  }

  of(name: string): readonly MergedCell[] {
    return this.entries.get(name)?.cells.sorted() ?? [];
  }
}

/** Most of a sheet is rows: they are looked through as bytes. */
function seek(entry: Entry, chunk: Buffer): void {
  const seam = entry.rest + chunk.subarray(0, WORD.length).toString("latin1");
  const at = seam.includes(WORD) ? 0 : chunk.indexOf(WORD);
  entry.rest = (entry.rest + chunk.subarray(-WORD.length).toString("latin1")).slice(-WORD.length);
  if (at === -1) return;
  entry.state = "within";
  entry.rest = "";
  gather(entry, chunk.subarray(at).toString("latin1"));
}

function gather(entry: Entry, more: string): void {
  const text = entry.rest + more;
  const end = text.lastIndexOf(">") + 1;
  for (const [, column, first, last] of text.slice(0, end).matchAll(CELL)) {
    entry.cells.add(Number(first), Number(last), columnNumber(column ?? ""));
  }
  const rest = text.slice(end);
  entry.rest = rest.length > LONGEST_TAG ? "" : rest;
  if (END.test(text)) entry.state = "after";
}

/** "A" is 0, "AB" is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
