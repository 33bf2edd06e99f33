import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { renderCsv } from "@/server/reports/render-csv";

it("can be read back, whatever the cells hold", () => {
  const rows = [
    ["Dòng", "Cột", "Lý do"],
    [7, "Ngày nhận", 'Không đọc được "31/13/2020", hãy sửa\nrồi nhập lại'],
  ];
  const text = renderCsv(rows);
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(parse(text, { bom: true })).toEqual(rows.map((row) => row.map(String)));
});

it.each(["=1+1", "+84", "-1", "@SUM(A1)", "\t=1"])("makes %j text, so that no spreadsheet runs it", (cell) => {
  expect(parse(renderCsv([[cell]]), { bom: true })).toEqual([[`'${cell}`]]);
});

it("leaves numbers alone", () => {
  expect(renderCsv([[-5, 0]])).toBe("\uFEFF-5,0\r\n");
});
