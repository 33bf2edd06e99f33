import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { writeXlsx } from "hucre";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/server/errors";
import { detectFormat } from "@/server/imports/detect-format";
import { findList } from "@/server/imports/find-list";
import { openWorkbook } from "@/server/imports/open-workbook";
import { readRecords } from "@/server/imports/portal/read-records";
import { otherRow } from "@/server/imports/row-kind";
import { buildXls } from "../../../support/corpus/build-xls";
import { csvText, goodRows, HEADERS } from "../../../support/corpus/corpus-file";
import { toWindows1258 } from "../../../support/corpus/odd-texts";
import { portalRecord } from "../../../support/portal-records";

const RUNS_PER_FORMAT = process.env.CI === undefined ? 40 : 630;
/** How much of the processor one damaged file may take; a sound one takes milliseconds. */
const MOST_MICROSECONDS = 10_000_000;
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_FLIPS = 8;
const DOSSIERS = 40;

const ROWS = goodRows(DOSSIERS);
const LINES = ROWS.map((row) => HEADERS.map((header) => row[header] ?? ""));
const TABLE = [HEADERS, ...LINES].map((cells) => `<tr><td>${cells.join("</td><td>")}</td></tr>`).join("\n");
const PAGE = `<!DOCTYPE html><html><meta charset="utf-8"><body><table>${TABLE}</table></body></html>`;

type Sound = {
  readonly fileName: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  /** The format tells where it ends, so that a shorter file cannot pass for a whole one. */
  readonly knowsItsEnd: boolean;
};

const SOUND: Readonly<Record<string, Sound>> = {
  "CSV in UTF-8": { fileName: "a.csv", bytes: () => Buffer.from(csvText(ROWS)), knowsItsEnd: false },
  "CSV in UTF-16": {
    fileName: "a.csv",
    bytes: () => iconv.encode(csvText(ROWS), "utf16le", { addBOM: true }),
    knowsItsEnd: false,
  },
  "CSV in windows-1258": {
    fileName: "a.csv",
    bytes: () => iconv.encode(toWindows1258(csvText(ROWS, ";")), "windows1258"),
    knowsItsEnd: false,
  },
  "a web page": { fileName: "a.xls", bytes: () => Buffer.from(PAGE), knowsItsEnd: true },
  "a web page in UTF-16": {
    fileName: "a.xls",
    bytes: () => iconv.encode(PAGE, "utf16be", { addBOM: true }),
    knowsItsEnd: true,
  },
  "an old workbook": {
    fileName: "a.xls",
    bytes: () => buildXls([{ name: "a", rows: [HEADERS, ...LINES] }]),
    knowsItsEnd: true,
  },
  "an old workbook in pieces": {
    fileName: "a.xls",
    bytes: () => buildXls([{ name: "a", rows: [HEADERS, ...LINES] }], { pieceBytes: 60, from1904: true }),
    knowsItsEnd: true,
  },
  "records of the portal": {
    fileName: "a.json",
    bytes: () =>
      Buffer.from(
        JSON.stringify({
          service: "DongBoHoSoMC",
          data: Array.from({ length: DOSSIERS }, (_, at) => portalRecord(`H99-${at}`)),
        }),
      ),
    knowsItsEnd: true,
  },
  "a workbook": {
    fileName: "a.xlsx",
    bytes: () => writeXlsx({ sheets: [{ name: "a", rows: [HEADERS, ...LINES].map((row) => [...row]) }] }),
    knowsItsEnd: true,
  },
};

const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(7)), {
  minLength: 1,
  maxLength: MOST_FLIPS,
});
const damage = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), flips }),
  fc.record({ kind: fc.constant("cut" as const), keep: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) }),
);

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "damaged-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The rows of dossiers that a file tells of, or why it tells of none. */
async function read(bytes: Uint8Array, fileName: string): Promise<number | AppError> {
  const path = join(folder, "file");
  await writeFile(path, bytes);
  try {
    const format = await detectFormat(path, fileName);
    if (format === "json") return await countRecords(path);
    const { header, first, rest } = await findList(await openWorkbook(path, format), () => null);
    let count = first.filter((row) => otherRow(row, header) === null).length;
    for await (const rows of rest) count += rows.filter((row) => otherRow(row, header) === null).length;
    return count;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function countRecords(path: string): Promise<number> {
  let count = 0;
  for await (const records of readRecords(path)) count += records.length;
  return count;
}

describe.each(Object.entries(SOUND))("%s", (_name, { fileName, bytes, knowsItsEnd }) => {
  test("is read whole when it is sound", async () => {
    expect(await read(await bytes(), fileName)).toBe(DOSSIERS);
  });

  test("is refused by a known word, or read, when it is damaged", { timeout: 300_000 }, async () => {
    const sound = await bytes();
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        const copy = Uint8Array.from(sound);
        if (damaged.kind === "flip") {
          for (const [at, bit] of damaged.flips) {
            const index = Math.floor(at * copy.length);
            copy[index] = (copy[index] ?? 0) ^ (1 << bit);
          }
        }
        const offered = damaged.kind === "cut" ? copy.subarray(0, Math.floor(damaged.keep * copy.length)) : copy;
        const begun = process.cpuUsage();
        const result = await read(offered, fileName);
        const { user, system } = process.cpuUsage(begun);
        expect(user + system).toBeLessThan(MOST_MICROSECONDS);
        if (result instanceof AppError) return;
        if (damaged.kind === "cut" && knowsItsEnd) expect(result).toBe(DOSSIERS);
        else expect(result).toBeLessThanOrEqual(DOSSIERS * 2);
      }),
      { numRuns: RUNS_PER_FORMAT * 2 },
    );
    expect(process.memoryUsage().heapUsed).toBeLessThan(MOST_BYTES);
  });
});
