import "server-only";
import { readFile, stat } from "node:fs/promises";
import { AppError } from "../../errors";
import type { RawRow, Sheet } from "../sheet-reader";
import { readCells } from "./read-cells";
import { readStream } from "./read-container";
import { readGlobals } from "./read-globals";
import { readMerged } from "./read-merged";

const ROWS_PER_BATCH = 1000;
/** A full sheet of the old format, 65 536 rows of our columns, is a quarter of this. */
const MOST_BYTES = 100 * 1024 * 1024;

/**
 * The sheets of an Excel 97–2003 workbook (BIFF8). The format is read whole: it keeps its texts apart from its
 * cells, and it is small. Throws `fileUnreadable`, also for a file that ends before it should.
 */
export async function openXls(filePath: string): Promise<readonly Sheet[]> {
  const { size } = await stat(filePath);
  if (size > MOST_BYTES) throw new AppError("fileUnreadable");
  const stream = readStream(await readFile(filePath), "Workbook");
  if (!stream) throw new AppError("fileUnreadable");
  const globals = readGlobals(stream);
  return globals.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.isHidden,
    merged: () => readMerged(stream, sheet),
    rows: () => batches(readCells(stream, sheet, globals)),
  }));
}

async function* batches(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  for (let from = 0; from < rows.length; from += ROWS_PER_BATCH) yield rows.slice(from, from + ROWS_PER_BATCH);
}
