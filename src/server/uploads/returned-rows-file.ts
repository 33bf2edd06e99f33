import "server-only";
import { createReadStream } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { now } from "../clock";
import { uploadPath } from "../imports/upload-path";
import type { Report } from "../reports/report";
import { renderXlsx } from "../reports/render-xlsx";
import { removeWhole, writeWhole } from "./write-whole";

/** The rows hold whatever the file held, names of citizens too: they wait for the clerk no longer than this. */
const KEPT_MS = 7 * 24 * 3_600_000;
const ENDING = ".returned.xlsx";

function pathOf(provinceId: number, batchId: number): string {
  return `${uploadPath(provinceId, batchId)}${ENDING}`;
}

/** Keeps the workbook of a batch's rejected rows beside its upload. */
export async function writeReturnedRows(provinceId: number, batchId: number, report: Report): Promise<void> {
  await writeWhole(pathOf(provinceId, batchId), renderXlsx(report));
}

export async function areReturnedRowsKept(provinceId: number, batchId: number): Promise<boolean> {
  return stat(pathOf(provinceId, batchId)).then(
    () => true,
    () => false,
  );
}

export async function* readReturnedRows(provinceId: number, batchId: number): AsyncGenerator<Uint8Array> {
  yield* createReadStream(pathOf(provinceId, batchId));
}

export async function removeReturnedRows(provinceId: number, batchId: number): Promise<void> {
  await removeWhole(pathOf(provinceId, batchId));
}

/** Lets go of what has waited long enough. */
export async function removeOldReturnedRows(): Promise<void> {
  const folder = dirname(uploadPath(0, 0));
  for (const name of await readdir(folder)) {
    if (!name.endsWith(ENDING)) continue;
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < now().getTime() - KEPT_MS) await rm(path, { force: true });
  }
}
