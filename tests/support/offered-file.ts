import { mkdtempSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Viewer } from "@/lib/access/viewer";
import { queryRows } from "@/server/db";
import { uploadPath } from "@/server/imports/upload-path";
import { createImport } from "@/server/mutations/create-import";
import { getImport, type ImportDetails } from "@/server/queries/get-import";
import { type ListRow, writeList } from "./small-province";

const WAIT_MS = 40_000;

/** A data folder of the test's own. Called before anything is uploaded, as the environment is read once. */
export function ownUploads(): void {
  process.env.DUNGHEN_DATA_DIR = mkdtempSync(join(tmpdir(), "uploads-"));
}

/** Uploads rows as a dossier list. */
export async function offer(viewer: Viewer, rows: readonly ListRow[], fileName = "list.csv"): Promise<number> {
  const content = await readFile(await writeList(rows));
  return createImport(viewer, {
    sourceName: "iGate",
    asOf: new Date("2020-12-31T23:59:59+07:00"),
    fileName,
    content: Readable.from([content]),
    declaredBytes: content.length,
    declaredSha256: null,
  });
}

/** Waits until pages show a batch in one of these states. */
export async function untilShown(
  viewer: Viewer,
  batchId: number,
  states: readonly ImportDetails["state"][],
): Promise<ImportDetails> {
  for (const start = Date.now(); Date.now() - start < WAIT_MS; await sleep(50)) {
    const batch = await getImport(viewer, batchId);
    if (states.includes(batch.state)) return batch;
  }
  throw new Error(`Still ${(await getImport(viewer, batchId)).state}`);
}

/** What a batch that came to nothing must not leave: files, sessions, rows kept for undoing, problems. */
export async function leftOf({ provinceId }: Viewer, batchId: number): Promise<unknown[]> {
  const name = `${provinceId}-${batchId}`;
  const files = (await readdir(dirname(uploadPath(0, 0))).catch(() => [])).filter(
    (file) => file.split(".")[0] === name,
  );
  const rows = await queryRows(
    `SELECT 'session' AS what FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'dung-hen import %' || $2
     UNION ALL SELECT 'before' FROM dossier_before WHERE batch_id = $1
     UNION ALL SELECT 'dossier' FROM dossier WHERE batch_id = $1
     UNION ALL SELECT 'problem' FROM import_problem WHERE batch_id = $1
     UNION ALL SELECT 'staging' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname IN ('staging', 'change') AND n.nspname LIKE 'pg_temp%'`,
    [batchId, name],
  );
  return [...files, ...rows];
}
