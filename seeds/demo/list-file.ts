import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { writeXlsxStream } from "hucre";
import { type CellContext, cellsOf, DOSSIER_COLUMNS } from "./dossier-cells";
import type { CodedDossier } from "./types";

/** One dossier list as a one-stop system would export it. */
export type ListFile = {
  readonly fileName: string;
  /** Rows above the header. */
  readonly titles: readonly string[];
  readonly dossiers: readonly CodedDossier[];
  readonly context: CellContext;
  /** Some systems write the columns the other way round; the header row tells. */
  readonly reversed: boolean;
};

const BYTE_ORDER_MARK = "\uFEFF";
const NUMBER_HEADER = "STT";

function* rowsOf(file: ListFile): Generator<string[]> {
  const columns = file.reversed ? DOSSIER_COLUMNS.toReversed() : DOSSIER_COLUMNS;
  for (const title of file.titles) yield [title];
  yield [NUMBER_HEADER, ...columns.map(({ header }) => header)];
  let number = 0;
  for (const dossier of file.dossiers) {
    number += 1;
    yield [String(number), ...cellsOf(dossier, columns, file.context)];
  }
}

function csvCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}

/** Writes .csv (UTF-8 with byte order mark) or .xlsx, by the file's name; the same list gives the same bytes. */
export async function writeListFile(folder: string, file: ListFile): Promise<void> {
  const path = join(folder, file.fileName);
  if (file.fileName.endsWith(".xlsx")) {
    const sheet = writeXlsxStream(rowsOf(file), { name: "Danh sách hồ sơ" });
    await pipeline(chunksOf(sheet), createWriteStream(path));
    return;
  }
  const lines: string[] = [];
  for (const row of rowsOf(file)) lines.push(row.map(csvCell).join(","));
  await writeFile(path, `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`);
}
