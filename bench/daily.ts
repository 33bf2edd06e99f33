// What a clerk does with a province's list: previews it, takes it over, and a day later again with one dossier in ten changed;
// then takes both back. Beside bare UPDATE of as many rows.
import { parseArgs } from "node:util";
import pg from "pg";
import { undoImport } from "@/server/mutations/undo-import";
import { listLines } from "./list-rows";
import { printRows, timed } from "./support";
import { takeList, withFolder, withProvince, writeLines } from "./take-list";

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
  await withFolder(async (folder) => {
    const list = await writeLines(folder, "list.csv", listLines(rows));
    const later = await writeLines(folder, "later.csv", laterLines(rows));
    await withProvince(async (url, province) => {
      const measured: [what: string, seconds: number][] = [];
      const measure = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
        const start = performance.now();
        const result = await work();
        measured.push([what, (performance.now() - start) / 1000]);
        return result;
      };
      const undo = (batchId: number) => undoImport(province.viewer("P", "province_office"), { batchId });
      await measure("first list, previewed", () => takeList(province, list, FIRST, true));
      const first = await measure("first list, taken over", () => takeList(province, list, FIRST));
      await measure("a day later, previewed", () => takeList(province, later, NEXT, true));
      const second = await measure("a day later, taken over", () => takeList(province, later, NEXT));
      await measure("the later one taken back", () => undo(second));
      await measure("the first one taken back", () => undo(first));
      await takeList(province, list, FIRST);
      const bare = await updateBare(url);
      measured.push(["bare UPDATE of one column of each row, with the indexes of `dossier`", bare]);
      printRows(
        ["what", "seconds", "k rows/s", "× bare UPDATE"],
        measured.map(([what, seconds]) => [
          what,
          seconds.toFixed(1),
          (rows / seconds / 1000).toFixed(0),
          (seconds / bare).toFixed(1),
        ]),
      );
    });
  });
}

await main();
