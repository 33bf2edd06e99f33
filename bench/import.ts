// A dossier list of a million rows, from the file to the committed ledger, beside bare COPY of the rows it becomes.
import { createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { IMPORT_LOCK } from "@/server/ledger/import-lock";
import type { SmallProvince } from "../tests/support/small-province";
import { listLines } from "./list-rows";
import { copyInto, printRows, timed } from "./support";
import { takeList, withFolder, withProvince, writeLines } from "./take-list";

const AS_OF = "2020-12-31T23:59:59+07:00";
const LOOK_MS = 10;

/**
 * Seconds until somebody else sees the first import of the database, and until the work that makes it is over. Whoever
 * looks waits in the queue of the province's imports: to ask again and again takes from what is measured.
 */
async function committed(
  client: pg.Client,
  { id }: SmallProvince,
  work: () => Promise<unknown>,
): Promise<[seen: number, over: number]> {
  const start = performance.now();
  let isOver = false;
  const working = timed(work).finally(() => {
    isOver = true;
  });
  while (!isOver && !(await hasBatch(client, "applying"))) await setTimeout(LOOK_MS);
  await client.query("SELECT pg_advisory_lock($1, $2)", [IMPORT_LOCK, id]);
  const isSeen = await hasBatch(client, "applied");
  const seen = (performance.now() - start) / 1000;
  await client.query("SELECT pg_advisory_unlock($1, $2)", [IMPORT_LOCK, id]);
  const over = await working;
  if (!isSeen) throw new Error("The import was not seen when it let go of its turn");
  return [seen, over];
}

/** A batch that has had its turn and is in the state. */
async function hasBatch(client: pg.Client, state: "applying" | "applied"): Promise<boolean> {
  const { rows } = await client.query("SELECT FROM import_batch WHERE state = $1 AND began_at IS NOT NULL", [state]);
  return rows.length > 0;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
  const rows = Number(values.rows);
  await withFolder(async (folder) => {
    const list = await writeLines(folder, "list.csv", listLines(rows));
    const copied = join(folder, "dossier.copy");
    await withProvince(async (url, province) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const [first, ended] = await committed(client, province, () => takeList(province, list, AS_OF));
      const again = await timed(() => takeList(province, list, AS_OF));
      await pipeline(client.query(copyTo("COPY dossier TO STDOUT")), createWriteStream(copied));
      const bare = await copyInto(client, "bare", "", copied);
      const indexed = await copyInto(client, "indexed", "INCLUDING ALL", copied);
      await client.end();
      const measured = (what: string, seconds: number): string[] => [
        what,
        seconds.toFixed(1),
        (rows / seconds / 1000).toFixed(0),
        (seconds / bare).toFixed(1),
      ];
      process.stdout.write(`${rows} rows, CSV of ${(statSync(list).size / 2 ** 20).toFixed(0)} MiB\n\n`);
      printRows(
        ["what", "seconds", "k rows/s", "× bare COPY"],
        [
          measured("import, file to committed ledger", first),
          measured("… and to its end: the indexes of lists, the planner's statistics", ended),
          measured("the same file again, nothing changes", again),
          measured("bare COPY of the dossier rows from Node, no index", bare),
          measured("the same COPY into a table with the indexes of `dossier`", indexed),
        ],
      );
    });
  });
}

await main();
