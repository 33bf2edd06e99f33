import { writeXlsx } from "hucre";
import { buildXls } from "./build-xls";
import { type CorpusFile, goodRows, HEADERS } from "./corpus-file";

const UNIT = HEADERS.indexOf("Đơn vị tiếp nhận");
const PROCEDURE = HEADERS.indexOf("Mã thủ tục");
const CODE = HEADERS.indexOf("Mã hồ sơ");

/** Dossiers whose unit and procedure stand in the first row of each group only. */
function grouped(sizes: readonly number[]): string[][] {
  const firsts = new Set(sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0)));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  return goodRows(count).map((row, at) =>
    HEADERS.map((header, column) => (firsts.has(at) || ![UNIT, PROCEDURE].includes(column) ? (row[header] ?? "") : "")),
  );
}

/** First row, last row, first column, last column, from 0. */
type Range = readonly [number, number, number, number];
type Rows = readonly (readonly (string | null)[])[];

function both(name: string, rows: Rows, ranges: readonly Range[], expected: CorpusFile["expected"]): CorpusFile[] {
  const merges = ranges.map(([startRow, endRow, startCol, endCol]) => ({ startRow, endRow, startCol, endCol }));
  return [
    {
      name: `merged: ${name}`,
      fileName: "danh-sach.xlsx",
      bytes: () => writeXlsx({ sheets: [{ name: "a", rows: rows.map((row) => [...row]), merges }] }),
      expected,
    },
    {
      name: `merged, old: ${name}`,
      fileName: "danh-sach.xls",
      bytes: () => buildXls([{ name: "a", rows, merged: ranges }]),
      expected,
    },
  ];
}

const down = (column: number, first: number, last: number): Range => [first, last, column, column];
const [FIRST = [], SECOND = []] = grouped([3]);
const without = (row: readonly string[], column: number): string[] =>
  row.map((text, at) => (at === column ? "" : text));

/** Workbooks in which a cell is merged down over the dossiers it holds for. */
export const MERGED_WORKBOOKS: readonly CorpusFile[] = [
  ...both("one unit over three dossiers", [HEADERS, ...grouped([3])], [down(UNIT, 1, 3), down(PROCEDURE, 1, 3)], {
    inserted: 3,
  }),
  ...both(
    "two groups, and titles above",
    [["UBND TỈNH"], ["DANH SÁCH"], HEADERS, ...grouped([2, 3])],
    [[0, 0, 0, 5], ...[UNIT, PROCEDURE].flatMap((column) => [down(column, 3, 4), down(column, 5, 7)])],
    { inserted: 5 },
  ),
  ...both(
    "a group that ends before its rows do",
    [HEADERS, ...grouped([3])],
    [down(UNIT, 1, 2), down(PROCEDURE, 1, 3)],
    {
      inserted: 2,
      problems: [[4, "Đơn vị tiếp nhận", "missingUnit"]],
    },
  ),
  ...both(
    "empty rows within a group stay empty",
    [HEADERS, FIRST, [null], SECOND, [null]],
    [down(UNIT, 1, 9), down(PROCEDURE, 1, 9)],
    { inserted: 2 },
  ),
  ...both("a code over two rows is told twice", [HEADERS, FIRST, without(FIRST, CODE)], [down(CODE, 1, 2)], {
    inserted: 1,
    unchanged: 1,
  }),
  ...both(
    "a cell that has its own text keeps it",
    [HEADERS, FIRST, SECOND.map((text, at) => (at === UNIT ? "Xã không có" : text))],
    [down(UNIT, 1, 2), down(PROCEDURE, 1, 2)],
    { inserted: 1, problems: [[3, "Đơn vị tiếp nhận", "unknownUnit"]] },
  ),
  ...both(
    "a header over two rows",
    [
      ["STT", ...HEADERS],
      [null, ...HEADERS.map(() => null)],
      ...grouped([2]).map((row, at) => [String(at + 1), ...row]),
    ],
    [
      ...Array.from({ length: HEADERS.length + 1 }, (_, column) => down(column, 0, 1)),
      [2, 3, UNIT + 1, UNIT + 1],
      down(PROCEDURE + 1, 2, 3),
    ],
    { inserted: 2 },
  ),
];
