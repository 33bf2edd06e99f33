import { buffer } from "node:stream/consumers";
import { readXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { renderReportCsv } from "@/server/reports/render-csv";
import { renderXlsx } from "@/server/reports/render-xlsx";
import type { Report, ReportRow } from "@/server/reports/report";
import { columnName } from "@/server/reports/xlsx/sheet-xml";

const REPORT: Report = {
  fileName: "thu",
  sheetName: "Xếp hạng",
  title: "Tây Sơn: 93,96% đúng hạn",
  facts: ["Huyện Tây Sơn · 10 tháng đầu năm 2020", "Số liệu đến 31/10/2020 · Dữ liệu minh họa"],
  columns: [
    { head: "Đơn vị", group: null, kind: "text", width: 30 },
    { head: "tổng", group: "Đã giải quyết", kind: "count", width: 10 },
    { head: "trễ ▲", group: "Đã giải quyết", kind: "count", width: 10 },
    { head: "Tỷ lệ", group: null, kind: "percent", width: 10 },
    { head: "Ngày", group: null, kind: "day", width: 12 },
    { head: "Lúc", group: null, kind: "moment", width: 18 },
  ],
  rows: [
    ['Xã Tây Phú <&> "x"', 1234, -5, 9396, "2020-11-26", "2020-11-02T08:14:00"],
    ["=1+1", 0, null, null, null, null],
  ],
  rowCount: 2,
  sums: [["Tổng", 1234, -5, 9999, null, null]],
  notes: ["Ghi chú"],
};

async function workbookOf(report: Report) {
  const { sheets } = await readXlsx(new Uint8Array(await buffer(renderXlsx(report))), { readStyles: true });
  const [sheet] = sheets;
  if (!sheet) throw new Error("The workbook has no sheet");
  return sheet;
}

describe("a workbook, read back", () => {
  it("says what it is above the table", async () => {
    const { name, rows } = await workbookOf(REPORT);
    expect(name).toBe("Xếp hạng");
    expect(rows.slice(0, 3).map(([first]) => first)).toEqual([REPORT.title, ...REPORT.facts]);
    expect(rows[3]).toEqual(["", "Đã giải quyết", "", "", "", ""]);
    expect(rows[4]).toEqual(REPORT.columns.map(({ head }) => head));
  });

  it("holds numbers, percentages and days as such, text as text", async () => {
    const { rows } = await workbookOf(REPORT);
    expect(rows[5]).toEqual([
      'Xã Tây Phú <&> "x"',
      1234,
      -5,
      0.9396,
      new Date("2020-11-26T00:00:00Z"),
      new Date("2020-11-02T08:14:00Z"),
    ]);
    expect(rows[6]?.slice(0, 3)).toEqual(["=1+1", 0, null]);
    expect(rows[7]?.slice(0, 4)).toEqual(["Tổng", 1234, -5, 0.9999]);
  });

  it("runs no cell: what begins like a formula is text, and stays it when edited", async () => {
    const sheet = await workbookOf(REPORT);
    expect([...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  it("freezes the header, filters the rows without their sums, repeats the header on paper", async () => {
    const sheet = await workbookOf(REPORT);
    expect(sheet.freezePane).toMatchObject({ rows: 5 });
    expect(sheet.autoFilter?.range).toBe("A5:F7");
    expect(sheet.pageSetup?.printTitlesRow).toBe("$4:$5");
    expect(sheet.pageSetup?.orientation).toBe("landscape");
  });

  it("is the same bytes for the same rows", async () => {
    const [first, second] = [await buffer(renderXlsx(REPORT)), await buffer(renderXlsx(REPORT))];
    expect(first.equals(second)).toBe(true);
  });

  it("leaves out what XML cannot hold", async () => {
    const { rows } = await workbookOf({ ...REPORT, rows: [["a\u0000b\u000bc\uD800d", 1, 2, null, null, null]] });
    expect(rows[5]?.[0]).toBe("abcd");
  });
});

describe("many rows", () => {
  const COUNT = 60_000;
  let ahead = 0;
  async function* rows(): AsyncGenerator<ReportRow> {
    for (let index = 0; index < COUNT; index += 1) {
      ahead = index;
      yield [`Xã ${index}`, index, -index, 9396, "2020-11-26", null];
    }
  }

  it("are made as they are read, and all arrive", async () => {
    const chunks = renderXlsx({ ...REPORT, rows: rows() });
    for (let taken = 0; taken < 8; taken += 1) await chunks.next();
    expect(ahead).toBeLessThan(COUNT / 2);
    await chunks.return(undefined);
    const sheet = await workbookOf({ ...REPORT, rows: rows() });
    expect(sheet.rows[5 + COUNT - 1]?.slice(0, 3)).toEqual([`Xã ${COUNT - 1}`, COUNT - 1, 1 - COUNT]);
  });

  it("as CSV too", async () => {
    const text = (await buffer(renderReportCsv({ ...REPORT, rows: rows() }, "csv"))).toString("utf8");
    expect(text.split("\r\n")).toHaveLength(COUNT + 3);
  });
});

it.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [52, "AZ"],
  [703, "AAA"],
])("column %i is %s", (number, name) => {
  expect(columnName(number)).toBe(name);
});
