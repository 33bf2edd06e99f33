import { writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { zip } from "../../../../support/corpus/workbooks";
import { rowsOfWorkbook } from "../../../../support/rows-of-workbook";
import { type WorkbookParts, workbookOf } from "../../../../support/workbook-of";

async function cellsOf(cells: string, parts: Partial<WorkbookParts> = {}) {
  const rows = await rowsOfWorkbook(workbookOf({ rows: `<row r="1">${cells}</row>`, ...parts }));
  return rows.map((row) => row.cells);
}

const shared = (count: number): string => {
  const cells = Array.from({ length: count }, (_, at) => `<c t="s"><v>${at}</v></c>`);
  return cells.join("");
};

describe("texts that cells share", () => {
  test.each<[string, string, string[]]>([
    [
      "plain ones, also empty",
      "<si><t>Xã Hòa Sơn</t></si><si><t/></si><si/><si><t>b</t></si>",
      ["Xã Hòa Sơn", "", "", "b"],
    ],
    ["room at their ends", '<si><t xml:space="preserve"> a\n</t></si>', [" a\n"]],
    [
      "runs that look different",
      "<si><r><rPr><b/><sz val='11'/></rPr><t>Đúng</t></r><r><t xml:space='preserve'> Hẹn</t></r></si>",
      ["Đúng Hẹn"],
    ],
    [
      "how they sound left out",
      '<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si><si><t>b</t></si>',
      ["漢字", "b"],
    ],
    ["references", "<si><t>a &amp; b &lt;c&gt; &#65;&#x1EA1; &nbsp; &amp;lt;</t></si>", ["a & b <c> Aạ &nbsp; &lt;"]],
    ["characters as they stand", "<si><t>a<![CDATA[ & <b>]]>c</t></si>", ["a & <b>c"]],
    ["a comment within", "<!-- <si> --><si><t>a<!-- b -->c</t></si>", ["ac"]],
    ["letters by their number", "<si><t>a_x000D_b_x005F_x0041_ _x00G0_</t></si>", ["a\rb_x0041_ _x00G0_"]],
    ["letters beyond the plane", "<si><t>\u{20BB7}_xD842__xDFB7_</t></si>", ["\u{20BB7}\u{20BB7}"]],
  ])("%s", async (_name, texts, expected) => {
    expect(await cellsOf(shared(expected.length), { texts })).toEqual([expected]);
  });

  test("one that is not there, and one that is not named, are no text", async () => {
    const cells = ["7", "-1", "0.5", "x", ""].map((value) => `<c t="s"><v>${value}</v></c>`).join("");
    expect(await cellsOf(`${cells}<c t="s"/>`, { texts: "<si><t>a</t></si>" })).toEqual([["", "", "", "", "", ""]]);
    expect(await cellsOf(shared(1))).toEqual([[""]]);
  });

  test("an entry is found whatever the case of its name", async () => {
    const parts = { texts: "<si><t>a</t></si>", textsName: "xl/SharedStrings.xml" };
    expect(await cellsOf(shared(1), parts)).toEqual([["a"]]);
  });

  test("half of a list that was cut is not read", async () => {
    await expect(cellsOf(shared(1), { texts: "<si><t>a</t></si><si><t>b</t>" })).rejects.toMatchObject({
      code: "fileUnreadable",
    });
  });
});

describe("values", () => {
  test.each<[string, string, (string | number)[]]>([
    ["numbers", "<c><v>7</v></c><c t='n'><v>-2.5E-3</v></c><c><v>1e300</v></c>", [7, -0.0025, 1e300]],
    [
      "a number that is none",
      "<c><v>2020-10-01T08:00:00</v></c><c t='d'><v>2020-10-01</v></c>",
      ["2020-10-01T08:00:00", "2020-10-01"],
    ],
    ["logical values", "<c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='b'><v>TRUE</v></c>", ["1", "0", "1"]],
    ["errors", "<c t='e'><f>1/0</f><v>#DIV/0!</v></c>", ["#DIV/0!"]],
    ["results of formulas", '<c t=\'str\'><f>"a"&amp;"b"</f><v>a_x0062_&amp;c</v></c><c><f>1</f></c>', ["ab&c", ""]],
    [
      "texts in their cells",
      "<c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><r><t>b</t></r><r><t>c</t></r><rPh><t>x</t></rPh></is></c>",
      ["a", "bc"],
    ],
    [
      "a text in its cell beside a value",
      "<c t='inlineStr'><v>9</v><is><t>a</t></is></c><c><is><t>b</t></is></c>",
      ["a", ""],
    ],
    ["cells that only look like something", '<c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1"><v/></c>', ["", "", ""]],
    ["values in quotes of either kind, with room around", "<c r = 'B1'  t= \"str\" ><v>a</v></c>", ["", "a"]],
    ['a ">" in an attribute', '<c x="a>b" r="B1"><v>1</v></c>', ["", 1]],
  ])("%s", async (_name, cells, expected) => {
    expect(await cellsOf(cells)).toEqual([expected]);
  });
});

describe("places", () => {
  test("rows and cells without a place follow the one before", async () => {
    const rows =
      '<row><c><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c><c><v>3</v></c></row><row><c r="ab5"/></row>';
    const read = await rowsOfWorkbook(workbookOf({ rows }));
    expect(read.map(({ rowNumber }) => rowNumber)).toEqual([1, 4, 5]);
    expect(read.map(({ cells }) => cells.length)).toEqual([1, 4, 28]);
    expect(read[1]?.cells).toEqual(["", "", 2, 3]);
  });

  test("cells in any order stand where they say", async () => {
    expect(await cellsOf("<c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c><v>2</v></c>")).toEqual([[1, 2, 3]]);
  });

  test("a row without a cell is a row", async () => {
    expect(await rowsOfWorkbook(workbookOf({ rows: '<row r="2"/><row></row>' }))).toEqual([
      { rowNumber: 2, cells: [] },
      { rowNumber: 3, cells: [] },
    ]);
  });

  test("the last place of a sheet is read", async () => {
    const [row] = await rowsOfWorkbook(workbookOf({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }));
    expect(row?.rowNumber).toBe(1_048_576);
    expect(row?.cells).toHaveLength(16_384);
  });

  test.each([
    ["a column beyond", '<row r="1"><c r="XFE1"/></row>'],
    ["a column far beyond", `<row r="1"><c r="${"Z".repeat(400)}1"/></row>`],
    ["a row beyond", '<row r="1048577"/>'],
    ["row 0", '<row r="0"/>'],
    ["a row of words", '<row r="one"/>'],
    ["a row that is too large", `<row>${`<c t="str"><v>${"x".repeat(1_000_000)}</v></c>`.repeat(3)}</row>`],
    ["a text that is too large", `<row><c t="str"><v>${"x".repeat(1_200_000)}</v></c></row>`],
    ["one that is too large in pieces", `<row><c t="str"><v>${"x<!-- -->".repeat(1_100_000)}</v></c></row>`],
    ["a tag that closes nothing", "</row></row></row>"],
    ["a tag that is never closed", "<row><c>"],
  ])("%s is refused", async (_name, rows) => {
    await expect(rowsOfWorkbook(workbookOf({ rows }))).rejects.toMatchObject({ code: "fileUnreadable" });
  });

  test("elements with a prefix are the same", async () => {
    const bytes = workbookOf({
      prefix: "x:",
      texts: "<x:si><x:t>a</x:t></x:si>",
      styles: '<x:cellXfs><x:xf numFmtId="14"/></x:cellXfs>',
      rows: '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c s="0"><x:v>44105</x:v></x:c></x:row>',
    });
    expect(await rowsOfWorkbook(bytes)).toEqual([{ rowNumber: 1, cells: ["a", "2020-10-01"] }]);
  });

  test("what is not data of the sheet is no cell", async () => {
    const rows = "<row><c><v>1</v></c></row></sheetData><ext><row><c><v>2</v></c></row></ext><sheetData>";
    expect(await rowsOfWorkbook(workbookOf({ rows }))).toEqual([{ rowNumber: 1, cells: [1] }]);
  });
});

describe("days", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; d&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
    <dxfs><dxf><numFmt numFmtId="0" formatCode="dd"/></dxf></dxfs>`;
  const inStyles = (value: number): string =>
    [0, 1, 2, 3, 9].map((style) => `<c s="${style}"><v>${value}</v></c>`).join("");

  test("are told by the style of the cell", async () => {
    const expected = [44105.25, "2020-10-01T06:00:00", "2020-10-01T06:00:00", 44105.25, 44105.25];
    expect(await cellsOf(inStyles(44105.25), { styles })).toEqual([expected]);
    expect(await cellsOf(inStyles(44105.25))).toEqual([[44105.25, 44105.25, 44105.25, 44105.25, 44105.25]]);
  });

  test.each<[string, number, boolean, string]>([
    ["midnight is a day", 44105, false, "2020-10-01"],
    ["counted from 1904", 42643, true, "2020-10-01"],
    ["day 1", 1, false, "1900-01-01"],
    ["the last day before the one that never was", 59, false, "1900-02-28"],
    ["the day that never was", 60, false, "1900-02-28"],
    ["the day after", 61, false, "1900-03-01"],
    ["day 0 of 1904", 0, true, "1904-01-01"],
    ["half a second", 44105.000_005_79, false, "2020-10-01"],
    ["the last second", 44105.999_99, false, "2020-10-01T23:59:59"],
  ])("%s", async (_name, value, isFrom1904, expected) => {
    expect(await cellsOf(`<c s="1"><v>${value}</v></c>`, { styles, isFrom1904 })).toEqual([[expected]]);
  });

  test("a day that no calendar holds is refused", async () => {
    await expect(cellsOf('<c s="1"><v>1e12</v></c>', { styles })).rejects.toMatchObject({ code: "fileUnreadable" });
  });
});

test("a sheet of a chart is passed over", async () => {
  const charts = zip([
    { name: "xl/workbook.xml", text: '<workbook xmlns:r="r"><sheets><sheet name="c" r:id="r1"/></sheets></workbook>' },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: '<Relationships><Relationship Id="r1" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    },
    { name: "xl/chartsheets/sheet1.xml", text: "<chartsheet><sheetPr/></chartsheet>" },
  ]);
  expect(await rowsOfWorkbook(charts)).toEqual([]);
});

test("what another program writes is read as it wrote it", async () => {
  const line = ["Mã hồ sơ", 12.5, true, "a & b <c>", "=1+1", null, " ô trống "];
  const bytes = await writeXlsx({ sheets: [{ name: "a", rows: [line, [], [new Date("2020-10-01T08:30:00Z")]] }] });
  expect((await rowsOfWorkbook(bytes)).map(({ cells }) => cells)).toMatchObject([
    ["Mã hồ sơ", 12.5, "1", "a & b <c>", "=1+1", "", " ô trống "],
    ["2020-10-01T08:30:00"],
  ]);
});
