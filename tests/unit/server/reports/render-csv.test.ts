import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { renderCsv, renderReportCsv } from "@/server/reports/render-csv";
import type { Report } from "@/server/reports/report";

it("can be read back, whatever the cells hold", () => {
  const rows = [
    ["Dòng", "Cột", "Lý do"],
    [7, "Ngày nhận", 'Không đọc được "31/13/2020", hãy sửa\nrồi nhập lại'],
  ];
  const text = renderCsv(rows);
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(parse(text, { bom: true })).toEqual(rows.map((row) => row.map(String)));
});

it.each(["=1+1", "+84", "-1", "@SUM(A1)", "\tx"])("makes %j text, so that no spreadsheet runs it", (cell) => {
  expect(parse(renderCsv([[cell]]), { bom: true })).toEqual([[`'${cell}`]]);
});

it("leaves numbers alone", () => {
  expect(renderCsv([[-5, 0]])).toBe("\uFEFF-5,0\r\n");
});

describe("a report", () => {
  const report: Report = {
    fileName: "thu",
    sheetName: "Thử",
    title: "Thử",
    facts: [],
    columns: [
      { head: "Đơn vị", group: null, kind: "text", width: 10 },
      { head: "tổng", group: "Đã giải quyết", kind: "count", width: 10 },
      { head: "Tỷ lệ", group: null, kind: "percent", width: 10 },
      { head: "Ngày", group: null, kind: "day", width: 10 },
    ],
    rows: [["Xã Ấp Bắc; =1", -1234, 9396, "2020-11-26"]],
    rowCount: 1,
    sums: [["Tổng", null, null, null]],
    notes: [],
  };
  const cells = [
    ["Đơn vị", "Đã giải quyết: tổng", "Tỷ lệ", "Ngày"],
    ["Xã Ấp Bắc;' =1", "-1234", "93,96%", "2020-11-26"],
    ["Tổng", "", "", ""],
  ];

  it("is UTF-8 with a byte order mark, its header on the first line", async () => {
    const bytes = await buffer(renderReportCsv(report, "csv"));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(bytes, { bom: true })).toEqual(cells);
  });

  it("is UTF-16LE with tabs where Excel asks for Unicode text", async () => {
    const bytes = await buffer(renderReportCsv(report, "unicode"));
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(parse(bytes.toString("utf16le"), { bom: true, delimiter: "\t" })).toEqual(cells);
  });
});
