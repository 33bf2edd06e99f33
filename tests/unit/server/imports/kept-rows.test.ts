import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findTable } from "@/server/imports/aggregates/find-table";
import { findList } from "@/server/imports/find-list";
import { openWorkbook } from "@/server/imports/open-workbook";
import { takeSample } from "@/server/imports/take-sample";

const ROWS = 60;
/** Some ten rows fill the room that is read into at once. */
const OFFICER = 25_000;
const HEADER = ["Mã hồ sơ", "Trạng thái", "Ngày nhận", "Ngày hẹn trả", "Đơn vị tiếp nhận", "Mã thủ tục", "Người xử lý"];

let folder: string;
let filePath: string;

function cellsOf(row: number): string[] {
  return [
    `H-${row}`,
    "Đang xử lý",
    "02/03/2020",
    "20/03/2020",
    `Xã ${row}`,
    `${row}`.repeat(OFFICER).slice(0, OFFICER),
  ];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kept-rows-"));
  filePath = join(folder, "list.csv");
  const lines = [HEADER, ...Array.from({ length: ROWS }, (_, row) => cellsOf(row))];
  await writeFile(filePath, `${lines.map((cells) => cells.join(",")).join("\n")}\n`);
});

afterAll(() => rm(folder, { recursive: true }));

test("the first rows of a list are still what they were when the header is found many pieces later", async () => {
  const list = await findList(await openWorkbook(filePath, "csv"), () => null);
  const seen = list.first.map(({ cells }) => cells);
  expect(seen.length).toBeGreaterThan(30);
  expect(seen).toEqual(seen.map((_, row) => cellsOf(row)));
  await list.rest.return(undefined);
});

test("a sample shows the first rows, though they came in many pieces", async () => {
  const { sheets } = await takeSample(filePath, "list.csv");
  const rows = sheets[0]?.rows ?? [];
  expect(rows).toHaveLength(40);
  expect(rows[39]?.cells.slice(0, 5)).toEqual(cellsOf(38).slice(0, 5));
  expect(rows[1]?.cells.slice(0, 5)).toEqual(cellsOf(0).slice(0, 5));
});

test("a file without a table is left when its first rows are read", async () => {
  expect(await findTable(await openWorkbook(filePath, "csv"), () => null)).toBeNull();
});
