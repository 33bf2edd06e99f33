import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { closeDatabase } from "@/server/db";
import { importFile } from "@/server/imports/import-file";
import { applyMigrations } from "../scripts/lib/schema-engine";
import { makeProvince, type SmallProvince } from "../tests/support/small-province";
import { COMMUNES } from "./list-rows";
import { withScratchDatabase } from "./support";

/** Runs work on a new database with a province whose names stand in the lists. */
export async function withProvince(work: (url: string, province: SmallProvince) => Promise<void>): Promise<void> {
  await withScratchDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    await applyMigrations(url);
    await work(url, await makeProvince("bench", COMMUNES));
    await closeDatabase();
  });
}

/** Runs work with a folder that is gone afterwards. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the lines of a list, and returns where. */
export async function writeLines(folder: string, name: string, lines: Iterable<string>): Promise<string> {
  const filePath = join(folder, name);
  await pipeline(Readable.from(lines), createWriteStream(filePath));
  return filePath;
}

/** Takes a list over, or previews it. Returns the batch. */
export async function takeList(
  province: SmallProvince,
  filePath: string,
  asOf: string,
  dryRun = false,
): Promise<number> {
  const { batch } = await importFile(province.viewer("P", "province_office"), {
    provinceId: province.id,
    sourceName: "bench",
    isDemo: false,
    filePath,
    fileName: "list.csv",
    asOf: new Date(asOf),
    dryRun,
  });
  return batch;
}
