import { expect, test } from "vitest";
import { XlsxMerged } from "@/server/imports/xlsx/xlsx-merged";

const SHEET = "xl/worksheets/sheet1.xml";
const ROWS = "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>";

function mergedOf(...chunks: readonly string[]) {
  const merged = new XlsxMerged();
  for (const chunk of chunks) merged.take(SHEET, Buffer.from(chunk));
  return merged.of(SHEET);
}

const wrap = (cells: string): string => `<worksheet>${ROWS}<mergeCells count="9">${cells}</mergeCells></worksheet>`;

test("cells that reach down are found, by their first row", () => {
  const cells = '<mergeCell ref="AB7:AC9"/><mergeCell ref="A1:F1"/><mergeCell ref="B2:B5"/>';
  expect(mergedOf(wrap(cells))).toEqual([
    { firstRow: 2, lastRow: 5, column: 1 },
    { firstRow: 7, lastRow: 9, column: 27 },
  ]);
});

test("wherever the bytes are cut", () => {
  const text = wrap("<mergeCell ref=\"B2:B5\"/><mergeCell  ref = 'C2:C3' ></mergeCell>");
  const whole = mergedOf(text);
  expect(whole).toHaveLength(2);
  for (let at = 0; at <= text.length; at++) expect(mergedOf(text.slice(0, at), text.slice(at))).toEqual(whole);
  expect(mergedOf(...text)).toEqual(whole);
});

test("with a prefix of its own, and not in another entry or after the end", () => {
  expect(mergedOf('<x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells>')).toHaveLength(1);
  expect(mergedOf(wrap(""), '<mergeCell ref="A2:A3"/>')).toEqual([]);
  const merged = new XlsxMerged();
  merged.take("docProps/app.xml", Buffer.from(wrap('<mergeCell ref="A2:A3"/>')));
  expect(merged.of(SHEET)).toEqual([]);
});

test("far columns are no list's, and there is an end to their number", () => {
  expect(mergedOf(wrap('<mergeCell ref="XFD2:XFD9"/>'))).toEqual([]);
  const many = Array.from({ length: 120_000 }, (_, at) => `<mergeCell ref="A${at * 2 + 1}:A${at * 2 + 2}"/>`);
  expect(mergedOf(wrap(many.join("")))).toHaveLength(100_000);
});

test("a tag without an end is not kept", () => {
  const endless = Array.from({ length: 2000 }, () => "mergeCells <mergeCell ".repeat(50));
  expect(mergedOf(...endless)).toEqual([]);
});
