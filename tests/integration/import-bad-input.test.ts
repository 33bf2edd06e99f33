import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeError } from "@/lib/strings/errors";
import { queryRows } from "@/server/db";
import { AppError } from "@/server/errors";
import { importFile, type ImportResult } from "@/server/imports/import-file";
import { verify } from "@/server/ledger/verify";
import { BAD_ROWS } from "../support/corpus/bad-rows";
import { BROKEN_FILES } from "../support/corpus/broken-files";
import type { CorpusFile } from "../support/corpus/corpus-file";
import { LAYOUTS } from "../support/corpus/layouts";
import { MERGED_WORKBOOKS } from "../support/corpus/merged-cells";
import { ODD_TEXTS } from "../support/corpus/odd-texts";
import { OLD_WORKBOOKS } from "../support/corpus/old-workbooks";
import { WEB_PAGES } from "../support/corpus/web-pages";
import { WORKBOOKS } from "../support/corpus/workbooks";
import { makeProvince, type SmallProvince, TWO_DISTRICTS, type UnitSpec } from "../support/small-province";

const UNITS: readonly UnitSpec[] = [
  ...TWO_DISTRICTS,
  { code: "A3", name: "Xã Trùng Tên", level: "commune", parent: "A" },
  { code: "B3", name: "Xã Trùng Tên", level: "commune", parent: "B" },
  { code: "A4", name: "Xã Đã Sáp Nhập", level: "commune", parent: "A", until: "2020-02-01" },
];
const AS_OF = new Date("2020-12-31T23:59:59+07:00");
/** Every sentence tells what to do. */
const ADVICE = /hãy|kiểm tra|bổ sung|ghi |chỉ giữ|Gần giống|phải có|không có trong|không phải|danh mục/i;

let made = 0;

async function offer({
  fileName,
  bytes,
}: CorpusFile): Promise<{ province: SmallProvince; outcome: ImportResult | AppError }> {
  made += 1;
  const province = await makeProvince(`corpus-${made}`, UNITS);
  const filePath = join(await mkdtemp(join(tmpdir(), "corpus-")), "file");
  await writeFile(filePath, await bytes());
  const input = { provinceId: province.id, sourceName: "iGate", isDemo: false, filePath, fileName, asOf: AS_OF };
  const viewer = province.viewer("P", "province_office");
  const outcome = await importFile(viewer, { ...input, dryRun: false }).catch((error: unknown) => {
    if (error instanceof AppError) return error;
    throw error;
  });
  return { province, outcome };
}

async function stored(province: SmallProvince) {
  const [row] = await queryRows<{ dossiers: number; batches: string[] }>(
    `SELECT (SELECT count(*)::int FROM dossier WHERE province_id = $1) AS dossiers,
            ARRAY(SELECT state::text FROM import_batch WHERE province_id = $1) AS batches`,
    [province.id],
  );
  return row;
}

async function check(file: CorpusFile): Promise<void> {
  const { province, outcome } = await offer(file);
  const { expected } = file;
  if ("error" in expected) {
    if (!(outcome instanceof AppError)) throw new Error(`It was taken: ${JSON.stringify(outcome)}`);
    expect(outcome.code).toBe(expected.error);
    const sentence = describeError(outcome.code, outcome.params);
    expect(sentence).toMatch(ADVICE);
    for (const mention of expected.mentions ?? []) expect(sentence).toContain(mention);
    expect(await stored(province)).toEqual({ dossiers: 0, batches: ["failed"] });
  } else {
    if (outcome instanceof AppError) throw outcome;
    const problems = expected.problems ?? [];
    expect(outcome.problems.map(({ row, column, code }) => [row, column, code])).toEqual(problems);
    const rejected = new Set(problems.map(([row]) => row)).size;
    const unchanged = expected.unchanged ?? 0;
    expect(outcome).toMatchObject({
      inserted: expected.inserted,
      accepted: expected.inserted,
      unchanged,
      rejected,
      rowsRead: expected.inserted + unchanged + rejected,
    });
    const sentences = outcome.problems.map(({ message }) => message).join("\n");
    for (const { message } of outcome.problems) expect(message).toMatch(ADVICE);
    for (const mention of expected.mentions ?? []) expect(sentences).toContain(mention);
    expect(await stored(province)).toEqual({ dossiers: expected.inserted, batches: ["applied"] });
  }
  const { differences } = await verify(province.viewer("P", "province_office"), { seed: made, samples: 5 });
  expect(differences).toEqual([]);
}

const named = (files: readonly CorpusFile[]) => files.map((file): [string, CorpusFile] => [file.name, file]);

describe("files that hold no list", () => {
  test.each(named(BROKEN_FILES))("%s", (_name, file) => check(file));
});

describe("lists with a wrong row", () => {
  test.each(named(BAD_ROWS))("%s", (_name, file) => check(file));
});

describe("good lists in odd spellings", () => {
  test.each(named(ODD_TEXTS))("%s", (_name, file) => check(file));
});

describe("workbooks", () => {
  test.each(named(WORKBOOKS))("%s", (_name, file) => check(file));
});

describe("old workbooks", () => {
  test.each(named(OLD_WORKBOOKS))("%s", (_name, file) => check(file));
});

describe("workbooks with merged cells", () => {
  test.each(named(MERGED_WORKBOOKS))("%s", (_name, file) => check(file));
});

describe("web pages that are called workbooks", () => {
  test.each(named(WEB_PAGES))("%s", (_name, file) => check(file));
});

describe("layouts", () => {
  test.each(named(LAYOUTS))("%s", (_name, file) => check(file));
});
