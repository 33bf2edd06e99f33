import "server-only";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { streamXlsxRows } from "hucre";
import { AppError } from "../errors";
import { checkZip } from "./check-zip";
import { listXlsxSheets } from "./list-xlsx-sheets";
import type { Cell, RawRow, Sheet } from "./sheet-reader";
import { XlsxMerged } from "./xlsx-merged";

const ROWS_PER_BATCH = 1000;
const MOST_ROWS = 1_048_576;
/** A date cell without a time is midnight to Excel. */
const MIDNIGHT = /T00:00:00$/;

/** The sheets of an Excel workbook. No formula is evaluated: a cell is what the file cached. */
export async function openXlsx(filePath: string): Promise<readonly Sheet[]> {
  const merged = new XlsxMerged();
  await checkZip(filePath, (name, chunk) => merged.take(name, chunk));
  const sheets = await listXlsxSheets(filePath).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError("fileUnreadable");
  });
  return sheets.map(({ name, isHidden, path }, index) => ({
    name,
    isHidden,
    merged: () => merged.of(path),
    rows: () => readSheet(filePath, index),
  }));
}

async function* readSheet(filePath: string, sheet: number): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  try {
    for await (const row of streamXlsxRows(bytesOf(filePath), { sheet })) {
      if (row.index >= MOST_ROWS) throw new AppError("fileUnreadable");
      batch.push({ rowNumber: row.index + 1, cells: row.values.map(toCell) });
      if (batch.length >= ROWS_PER_BATCH) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("fileUnreadable");
  }
  yield batch;
}

function bytesOf(filePath: string): globalThis.ReadableStream<Uint8Array> {
  const stream: ReadableStream<Uint8Array> = Readable.toWeb(createReadStream(filePath));
  return stream as globalThis.ReadableStream<Uint8Array>;
}

function toCell(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number") return value;
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace(MIDNIGHT, "");
  if (typeof value === "boolean") return value ? "1" : "0";
  return "";
}
