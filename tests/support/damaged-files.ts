import fc from "fast-check";
import { writeXlsx } from "hucre";
import iconv from "iconv-lite";
import { AppError } from "@/server/errors";
import { detectFormat } from "@/server/imports/detect-format";
import { findList } from "@/server/imports/find-list";
import { openWorkbook } from "@/server/imports/open-workbook";
import { readRecords } from "@/server/imports/portal/read-records";
import { otherRow } from "@/server/imports/row-kind";
import { buildXls } from "./corpus/build-xls";
import { csvText, goodRows, HEADERS } from "./corpus/corpus-file";
import { toWindows1258 } from "./corpus/odd-texts";
import { portalRecord } from "./portal-records";

const MOST_FLIPS = 8;
/** Each sound file tells of so many. */
export const DOSSIERS = 40;

const ROWS = goodRows(DOSSIERS);
const LINES = ROWS.map((row) => HEADERS.map((header) => row[header] ?? ""));
const TABLE = [HEADERS, ...LINES].map((cells) => `<tr><td>${cells.join("</td><td>")}</td></tr>`).join("\n");
const PAGE = `<!DOCTYPE html><html><meta charset="utf-8"><body><table>${TABLE}</table></body></html>`;

export type Sound = {
  readonly fileName: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  /** The format tells where it ends, so that a shorter file cannot pass for a whole one. */
  readonly knowsItsEnd: boolean;
};

/** A sound file of each kind that is read. */
export const SOUND: Readonly<Record<string, Sound>> = {
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
/** What may happen to a file on its way. */
export const DAMAGE = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), flips }),
  fc.record({ kind: fc.constant("cut" as const), keep: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) }),
);

type Damage = typeof DAMAGE extends fc.Arbitrary<infer Value> ? Value : never;

/** A damaged copy of a file. */
export function damagedCopy(sound: Uint8Array, damage: Damage): Uint8Array {
  if (damage.kind === "cut") return sound.subarray(0, Math.floor(damage.keep * sound.length));
  const copy = Uint8Array.from(sound);
  for (const [at, bit] of damage.flips) {
    const index = Math.floor(at * copy.length);
    copy[index] = (copy[index] ?? 0) ^ (1 << bit);
  }
  return copy;
}

/** The rows of dossiers that a file tells of, or why it tells of none. */
export async function readOffered(path: string, fileName: string): Promise<number | AppError> {
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
