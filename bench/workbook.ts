// An Excel workbook of 100 000 rows in 14 columns, from the file to the committed ledger by a worker as the server starts
// it, beside bare inflating and tokenising of its sheet.
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { Parser } from "htmlparser2";
import { writeXlsx } from "hucre";
import yauzl from "yauzl";
import { closeDatabase } from "@/server/db";
import { importInWorker } from "@/server/imports/import-in-worker";
import { openWorkbook } from "@/server/imports/open-workbook";
import { applyMigrations } from "../scripts/lib/schema-engine";
import { makeProvince } from "../tests/support/small-province";
import { COMMUNES, HEADER, listCells } from "./list-rows";
import { printRows, timed, withScratchDatabase } from "./support";

const SAMPLE_MS = 20;
const WITHIN_SECONDS = 8;
const WITHIN_MIB = 512;

async function writeWorkbook(path: string, rows: number): Promise<number> {
  const cells = Array.from({ length: rows }, (_, row) => [...listCells(row)]);
  const bytes = await writeXlsx({ sheets: [{ name: "Danh sách", rows: [[...HEADER], ...cells] }] });
  await writeFile(path, bytes);
  return bytes.length;
}

/** What no reader of the format can avoid: every byte of every entry is unpacked, and its tags are found. */
async function tokenise(path: string): Promise<number> {
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, { lazyEntries: true });
  let tags = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("end", resolve).on("error", reject);
    zip.on("entry", (entry: yauzl.Entry) => {
      const parser = new Parser({ onopentag: () => (tags += 1) }, { xmlMode: true });
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        stream
          .setEncoding("utf8")
          .on("data", (text: string) => parser.write(text))
          .on("end", () => zip.readEntry())
          .on("error", reject);
      });
    });
    zip.readEntry();
  });
  return tags;
}

async function readAll(path: string): Promise<number> {
  const [sheet] = await openWorkbook(path, "xlsx");
  let count = 0;
  for await (const rows of sheet?.rows() ?? []) count += rows.length;
  return count;
}

/** Peak resident memory of this process's children, in MiB, as Linux tells it; NaN elsewhere. */
function watchChildren(): () => number {
  let peak = Number.NaN;
  const look = (): void => {
    try {
      for (const child of readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ")) {
        const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child}/status`, "utf8")) ?? [];
        if (kilobytes !== undefined) peak = Math.max(Number.isNaN(peak) ? 0 : peak, Number(kilobytes) / 1024);
      }
    } catch {
      // It has ended between the two looks.
    }
  };
  const timer = setInterval(look, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" } } });
  const rows = Number(values.rows);
  const folder = await mkdtemp(join(tmpdir(), "bench-workbook-"));
  const filePath = join(folder, "list.xlsx");
  const bytes = await writeWorkbook(filePath, rows);
  try {
    await withScratchDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      await applyMigrations(url);
      const province = await makeProvince("bench", COMMUNES);
      const tags = await timed(() => tokenise(filePath));
      const read = await timed(() => readAll(filePath));
      const stopWatching = watchChildren();
      let inserted = 0;
      let committed = Number.NaN;
      const began = performance.now();
      const whole = await timed(async () => {
        const input = { provinceId: province.id, sourceName: "bench", isDemo: false, filePath, fileName: "list.xlsx" };
        const result = await importInWorker(
          province.viewer("P", "province_office"),
          { ...input, asOf: new Date("2020-12-31T23:59:59+07:00"), dryRun: false },
          {
            onBegin: () => {},
            onProgress: ({ state }) => {
              if (state === "applied" && Number.isNaN(committed)) committed = (performance.now() - began) / 1000;
            },
          },
        );
        inserted = result.inserted;
      });
      const peak = stopWatching();
      await closeDatabase();
      const measured = (what: string, seconds: number, memory: string): string[] => [
        what,
        seconds.toFixed(1),
        (rows / seconds / 1000).toFixed(0),
        (seconds / tags).toFixed(1),
        memory,
      ];
      process.stdout.write(
        `${rows} rows of ${HEADER.length} columns, ${(bytes / 2 ** 20).toFixed(1)} MiB, ${inserted} taken over; the goals are ${WITHIN_SECONDS} s and ${WITHIN_MIB} MiB\n\n`,
      );
      printRows(
        ["what", "seconds", "k rows/s", "× bare", "peak MiB"],
        [
          measured("import, start of the worker to committed ledger", Math.min(committed || whole, whole), "–"),
          measured(
            "… and to the worker's end: indexes of lists, statistics, chances and first answers",
            whole,
            peak.toFixed(0),
          ),
          measured("its reading alone, to the last row", read, "–"),
          measured("bare inflating and tokenising of all entries", tags, "–"),
        ],
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
