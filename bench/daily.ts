// What a clerk does with a province's list: previews it, takes it over, and a day later again with one dossier in ten changed;
// then takes both back. Beside bare UPDATE of as many rows.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { closeDatabase } from "@/server/db";
import { importFile } from "@/server/imports/import-file";
import { undoImport } from "@/server/mutations/undo-import";
import { applyMigrations } from "../scripts/lib/schema-engine";
import { makeProvince, type SmallProvince } from "../tests/support/small-province";
import { COMMUNES, listLines } from "./list-rows";
import { printRows, timed, withScratchDatabase } from "./support";

const FIRST = "2020-12-31T23:59:59+07:00";
const NEXT = "2021-01-01T23:59:59+07:00";
const CHANGED = 10;

/** The same lines; another officer in one of ten. */
function* laterLines(rows: number): Generator<string> {
  let line = 0;
  for (const chunk of listLines(rows)) {
    yield chunk.replace(/Cán Bộ Thứ/g, (name) => (line++ % CHANGED === 0 ? "Cán Bộ Mới Thứ" : name));
  }
}

async function take(province: SmallProvince, filePath: string, asOf: string, dryRun: boolean): Promise<number> {
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

/** Seconds that PostgreSQL takes to give each row of a copy of `dossier` another moment. */
async function updateBare(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE bare (LIKE dossier INCLUDING ALL)");
  await client.query("INSERT INTO bare SELECT * FROM dossier");
  const seconds = await timed(() => client.query("UPDATE bare SET as_of = $1", [NEXT]));
  await client.end();
  return seconds;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
  const rows = Number(values.rows);
  const folder = await mkdtemp(join(tmpdir(), "bench-daily-"));
  const [list, later] = [join(folder, "list.csv"), join(folder, "later.csv")];
  await pipeline(Readable.from(listLines(rows)), createWriteStream(list));
  await pipeline(Readable.from(laterLines(rows)), createWriteStream(later));
  try {
    await withScratchDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      await applyMigrations(url);
      const province = await makeProvince("bench", COMMUNES);
      const measured: [what: string, seconds: number][] = [];
      const measure = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
        const start = performance.now();
        const result = await work();
        measured.push([what, (performance.now() - start) / 1000]);
        return result;
      };
      const undo = (batchId: number) => undoImport(province.viewer("P", "province_office"), { batchId });
      await measure("first list, previewed", () => take(province, list, FIRST, true));
      const first = await measure("first list, taken over", () => take(province, list, FIRST, false));
      await measure("a day later, previewed", () => take(province, later, NEXT, true));
      const second = await measure("a day later, taken over", () => take(province, later, NEXT, false));
      await measure("the later one taken back", () => undo(second));
      await measure("the first one taken back", () => undo(first));
      await take(province, list, FIRST, false);
      await closeDatabase();
      const bare = await updateBare(url);
      printRows(
        ["what", "seconds", "k rows/s", "× bare UPDATE"],
        [...measured, ["bare UPDATE of one column of each row, with the indexes of `dossier`", bare] as const].map(
          ([what, seconds]) => [
            what,
            seconds.toFixed(1),
            (rows / seconds / 1000).toFixed(0),
            (seconds / bare).toFixed(1),
          ],
        ),
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
