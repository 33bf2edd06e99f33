import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { z } from "zod";

/** Rows of a CSV file of this folder's parent, each checked against the schema. Throws on the first bad row. */
export function readTable<Row>(fileName: string, schema: z.ZodType<Row>): Row[] {
  const text = readFileSync(join(import.meta.dirname, "..", fileName), "utf8");
  const records: unknown[] = parse(text, { columns: true, skip_empty_lines: true });
  return records.map((record) => schema.parse(record));
}
