import "server-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { type ChangedDossier, type ChangedRow, changedRowSchema } from "@/lib/import-preview";
import { uploadPath } from "../imports/upload-path";
import { removeWhole, writeWhole } from "./write-whole";

const NEW_LINE = 10;

function pathOf(provinceId: number, batchId: number): string {
  return `${uploadPath(provinceId, batchId)}.changes.jsonl`;
}

/** Keeps all that a previewed batch would change, a field a line, beside its upload. */
export async function writePreviewChanges(
  provinceId: number,
  batchId: number,
  dossiers: AsyncIterable<ChangedDossier>,
): Promise<void> {
  await writeWhole(pathOf(provinceId, batchId), linesOf(dossiers));
}

async function* linesOf(dossiers: AsyncIterable<ChangedDossier>): AsyncGenerator<string> {
  for await (const { code, unitName, fields } of dossiers) {
    const rows: ChangedRow[] = fields.map((change) => ({ code, unitName, ...change }));
    if (rows.length === 0) rows.push({ code, unitName, field: null, before: null, after: null });
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  }
}

export async function arePreviewChangesKept(provinceId: number, batchId: number): Promise<boolean> {
  return stat(pathOf(provinceId, batchId)).then(
    () => true,
    () => false,
  );
}

/** How many rows `readPreviewChanges` will be. */
export async function countPreviewChanges(provinceId: number, batchId: number): Promise<number> {
  let count = 0;
  for await (const chunk of createReadStream(pathOf(provinceId, batchId))) {
    for (const byte of Buffer.from(chunk)) if (byte === NEW_LINE) count += 1;
  }
  return count;
}

export async function* readPreviewChanges(provinceId: number, batchId: number): AsyncGenerator<ChangedRow> {
  for await (const line of createInterface({ input: createReadStream(pathOf(provinceId, batchId)) })) {
    yield changedRowSchema.parse(JSON.parse(line));
  }
}

export async function removePreviewChanges(provinceId: number, batchId: number): Promise<void> {
  await removeWhole(pathOf(provinceId, batchId));
}
