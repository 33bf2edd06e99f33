import { join } from "node:path";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { keepLateChances } from "@/server/chances/keep-late-chances";
import { database } from "@/server/db";
import { importFile } from "@/server/imports/import-file";
import { generateDemo } from "./generate-demo";
import { loadReference } from "./load-reference";
import type { ProvinceKey } from "./reference/read-units";

/** Vietnam has had one offset since 1975. */
const OFFSET = "+07:00";

export type DemoProgress =
  | { readonly step: "reference" }
  | { readonly step: "generated"; readonly fileName: string; readonly rows: number }
  | { readonly step: "imported"; readonly fileName: string; readonly done: number; readonly of: number };

export type DemoInput = {
  /** Where the dossier lists are written before they are imported. */
  readonly folder: string;
  readonly onProgress: (progress: DemoProgress) => void;
};

/**
 * Loads reference data, writes the demo dossier lists and their steps, and imports each as a user's file would be.
 * Doing it again changes nothing. Throws when a list is not taken whole.
 */
export async function loadDemo({ folder, onProgress }: DemoInput): Promise<void> {
  onProgress({ step: "reference" });
  const provinceIds = await prepareProvinces();
  const files = await generateDemo(folder, ({ fileName, rows }) => onProgress({ step: "generated", fileName, rows }));
  for (const [index, { provinceKey, sourceName, fileName, asOf }] of files.entries()) {
    const provinceId = provinceIds.get(provinceKey);
    if (provinceId === undefined) throw new Error(`province ${provinceKey} is missing`);
    const result = await importFile(operatorViewer(provinceId), {
      provinceId,
      sourceName,
      isDemo: true,
      filePath: join(folder, fileName),
      fileName,
      asOf: new Date(`${asOf}${OFFSET}`),
      dryRun: false,
    });
    if (result.rejected > 0) throw new Error(`${fileName}: ${result.rejected} rows rejected`);
    onProgress({ step: "imported", fileName, done: index + 1, of: files.length });
  }
  for (const provinceId of provinceIds.values()) await keepLateChances(operatorViewer(provinceId));
}

async function prepareProvinces(): Promise<ReadonlyMap<ProvinceKey, number>> {
  const client = await database().pool.connect();
  try {
    await loadReference(client);
    const { rows } = await client.query<{ key: ProvinceKey; id: number }>("SELECT key, id FROM province");
    return new Map(rows.map(({ key, id }) => [key, id]));
  } finally {
    client.release();
  }
}
