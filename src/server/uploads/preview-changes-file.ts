import "server-only";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ChangedDossier, type ChangedRow, changedRowSchema } from "@/lib/import-preview";
import { uploadPath } from "../imports/upload-path";

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
  await pipeline(Readable.from(linesOf(dossiers)), createWriteStream(pathOf(provinceId, batchId), { mode: 0o600 }));
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
  await rm(pathOf(provinceId, batchId), { force: true });
}
