import { buildXls, type XlsOptions, type XlsValue, wrapInContainer } from "./build-xls";
import { type CorpusFile, goodRows, HEADERS } from "./corpus-file";

const LINES = goodRows(3).map((row) => HEADERS.map((header) => row[header] ?? ""));
const [FIRST = []] = LINES;
const changed = (header: string, value: XlsValue): XlsValue[] =>
  FIRST.map((text, at) => (HEADERS[at] === header ? value : text));

function xls(
  name: string,
  rows: readonly (readonly XlsValue[])[],
  expected: CorpusFile["expected"],
  options: XlsOptions = {},
): CorpusFile {
  return raw(name, () => buildXls([{ name: "Danh sách", rows }], options), expected);
}

function raw(name: string, bytes: CorpusFile["bytes"], expected: CorpusFile["expected"]): CorpusFile {
  return { name: `xls: ${name}`, fileName: "danh-sach.xls", bytes, expected };
}

const THREE = { inserted: 3 };
const sound = () => buildXls([{ name: "Danh sách", rows: [HEADERS, ...LINES] }]);

/** Workbooks of Excel 97–2003. */
export const OLD_WORKBOOKS: readonly CorpusFile[] = [
  xls("a sound workbook", [HEADERS, ...LINES], THREE),
  xls("texts in their cells", [HEADERS, ...LINES], THREE, { inlineTexts: true }),
  xls("shared texts cut into pieces", [HEADERS, ...LINES], THREE, { pieceBytes: 37 }),
  xls("titles above", [["UBND TỈNH"], [], ["DANH SÁCH HỒ SƠ"], HEADERS, ...LINES], THREE),
  xls("real dates", [HEADERS, changed("Ngày nhận", { date: 44105 }), changed("Ngày nhận", { date: 44105.5 })], {
    inserted: 0,
    problems: [
      [2, "Mã hồ sơ", "duplicateConflict"],
      [3, "Mã hồ sơ", "duplicateConflict"],
    ],
  }),
  xls("dates from 1904", [HEADERS, changed("Ngày nhận", { date: 42643 })], { inserted: 1 }, { from1904: true }),
  xls(
    "the same number from 1900",
    [HEADERS, changed("Ngày nhận", { date: 42643 }).map((value, at) => (HEADERS[at] === "Mã thủ tục" ? "0" : value))],
    {
      inserted: 0,
      problems: [[2, "Mã thủ tục", "unknownProcedure"]],
    },
  ),
  xls(
    "cached results of formulas",
    [HEADERS, changed("Mã hồ sơ", { formula: "H99-7" }), changed("Ngày nhận", { formula: 44105 })],
    {
      inserted: 2,
    },
  ),
  xls("a formula without a result", [HEADERS, changed("Mã hồ sơ", { formula: "" })], {
    inserted: 0,
    problems: [[2, "Mã hồ sơ", "missingCode"]],
  }),
  xls(
    "a numeric code and a logical value",
    [
      [...HEADERS, "Ghi chú"],
      [...changed("Mã hồ sơ", 20201001), true],
    ],
    {
      inserted: 1,
    },
  ),
  xls("no rows", [], { error: "fileEmpty" }),
  raw(
    "a list on the second sheet, a hidden one before it",
    () =>
      buildXls([
        { name: "Ẩn", rows: [HEADERS, ...LINES], isHidden: true },
        { name: "Bìa", rows: [["Báo cáo"], ["Tháng 10"]] },
        { name: "Danh sách", rows: [HEADERS, FIRST] },
      ]),
    { inserted: 1 },
  ),
  raw(
    "two pieces of the table of sectors",
    () =>
      buildXls([
        { name: "a", rows: [HEADERS, ...goodRows(900).map((row) => HEADERS.map((header) => row[header] ?? ""))] },
      ]),
    { inserted: 900 },
  ),
  xls("a password", [HEADERS, ...LINES], { error: "fileUnreadable" }, { password: true }),
  raw("Excel 95", () => wrapInContainer(Buffer.from("0908080000050500000000000a000000", "hex"), "Book"), {
    error: "fileUnreadable",
  }),
  raw("a letter in old Word", () => wrapInContainer(Buffer.from("xin chào"), "WordDocument"), {
    error: "fileUnreadable",
  }),
  raw("the first eight bytes alone", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), { error: "fileUnreadable" }),
  raw("cut in the middle", () => sound().slice(0, 2000), { error: "fileUnreadable" }),
  raw("cut at the end", () => sound().slice(0, -600), { error: "fileUnreadable" }),
  raw("sectors that run in a circle", () => circle(sound()), { error: "fileUnreadable" }),
];

/** The last sector of the workbook leads back to its first. */
function circle(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const fat = (file.readUInt32LE(76) + 1) * 512;
  let at = 0;
  while (file.readUInt32LE(fat + at * 4) < 0xfffffff0) at = file.readUInt32LE(fat + at * 4);
  file.writeUInt32LE(0, fat + at * 4);
  return file;
}
