import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RawRow } from "@/server/imports/sheet-reader";
import { openXlsx } from "@/server/imports/xlsx/open-xlsx";

/** All rows of all sheets of a workbook, as our reader tells them. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<RawRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "workbook-"));
  const path = join(folder, "a.xlsx");
  await writeFile(path, bytes);
  try {
    const rows: RawRow[] = [];
    for (const sheet of await openXlsx(path)) for await (const batch of sheet.rows()) rows.push(...batch);
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
