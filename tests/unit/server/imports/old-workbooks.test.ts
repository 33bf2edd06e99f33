import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXls } from "hucre";
import { describe, expect, test } from "vitest";
import { openXls } from "@/server/imports/xls/open-xls";
import { buildXls, type XlsOptions, type XlsSheetSpec } from "../../../support/corpus/build-xls";

const SHEETS: readonly XlsSheetSpec[] = [
  {
    name: "Tháng 10",
    rows: [
      ["Mã hồ sơ", "abc", "Ngày"],
      ["H99-1", 3.25, -7, 1e300],
      [],
      [null, "chữ dài ".repeat(900), true, { formula: "kết quả" }, { formula: 12.5 }],
    ],
  },
  { name: "Ẩn", rows: [["x"]], isHidden: true },
];

async function ours(bytes: Uint8Array) {
  const path = join(await mkdtemp(join(tmpdir(), "xls-")), "a.xls");
  await writeFile(path, bytes);
  const sheets = await openXls(path);
  return Promise.all(
    sheets.map(async (sheet) => {
      const rows: unknown[][] = [];
      for await (const batch of sheet.rows()) for (const row of batch) rows[row.rowNumber - 1] = [...row.cells];
      return { name: sheet.name, isHidden: sheet.isHidden, rows: Array.from(rows, (row) => row ?? []) };
    }),
  );
}

async function theirs(bytes: Uint8Array) {
  const { sheets } = await readXls(bytes);
  return sheets.map(({ name, rows }) => ({
    name,
    rows: Array.from(rows, (row) => (row ?? []).map((cell) => (cell === true ? "1" : (cell ?? "")))),
  }));
}

describe("our reader and another's read the same of an old workbook", () => {
  test.each<[string, XlsOptions]>([
    ["shared texts", {}],
    ["texts in their cells", { inlineTexts: true }],
    ["texts cut into pieces", { pieceBytes: 40 }],
  ])("%s", async (_name, options) => {
    const bytes = buildXls(SHEETS, options);
    expect(await ours(bytes)).toMatchObject(await theirs(bytes));
  });

  test("and ours says which sheet is hidden", async () => {
    expect((await ours(buildXls(SHEETS))).map(({ isHidden }) => isHidden)).toEqual([false, true]);
  });
});
