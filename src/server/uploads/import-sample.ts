import "server-only";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { uploadPath } from "../imports/upload-path";
import { removeWhole, writeWhole } from "./write-whole";

/** The first rows of a kept file, for the clerk who explains its header. Lives and dies with the file. */
const sampleSchema = z.object({
  sheets: z.array(
    z.object({
      name: z.string().nullable(),
      rows: z.array(
        z.object({
          rowNumber: z.int(),
          cells: z.array(z.string()),
          fingerprint: z.string(),
          /** The words of headers of two rows and more that begin with this one. */
          joined: z.array(z.object({ names: z.array(z.string()), fingerprint: z.string() })).default([]),
        }),
      ),
    }),
  ),
});
export type ImportSample = z.infer<typeof sampleSchema>;
export type SampleRow = ImportSample["sheets"][number]["rows"][number];

function samplePath(provinceId: number, batchId: number): string {
  return `${uploadPath(provinceId, batchId)}.sample.json`;
}

export async function writeSample(provinceId: number, batchId: number, sample: ImportSample): Promise<void> {
  await writeWhole(samplePath(provinceId, batchId), [JSON.stringify(sample)]);
}

/** Null when there is none: the file was understood, or is kept no longer. */
export async function readSample(provinceId: number, batchId: number): Promise<ImportSample | null> {
  const text = await readFile(samplePath(provinceId, batchId), "utf8").catch(() => null);
  return text === null ? null : sampleSchema.parse(JSON.parse(text));
}

export async function removeSample(provinceId: number, batchId: number): Promise<void> {
  await removeWhole(samplePath(provinceId, batchId));
}
