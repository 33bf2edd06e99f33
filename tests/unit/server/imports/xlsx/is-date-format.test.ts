import { expect, test } from "vitest";
import { isDateFormat } from "@/server/imports/xlsx/is-date-format";

test.each([
  "dd/mm/yyyy",
  "d\\-m\\-yy",
  "[$-42A]dd mmmm yyyy",
  "hh:mm",
  "h:mm AM/PM",
  "[h]:mm",
  "[mm]:ss",
  "mm:ss.0",
  "mmm",
  '"Ngày "dd" tháng "mm',
  "[Red]dd/mm;@",
  "yyyy",
])("%s shows days or times", (code) => {
  expect(isDateFormat(164, code)).toBe(true);
});

test.each([
  "General",
  "0.00",
  "#,##0",
  "0%",
  "@",
  "0.00E+00",
  '#,##0" đồng"',
  '0" days"',
  "#,##0\\ \\d",
  "[Red]-0",
  "[$$-409]#,##0",
  "[$USD] 0",
  "_(* #,##0_);_(* (#,##0)",
  "_d0",
  "# ?/?",
])("%s shows numbers", (code) => {
  expect(isDateFormat(164, code)).toBe(false);
});

test("a format that is known by number needs no words, and words go before the number", () => {
  const dates = Array.from({ length: 60 }, (_, id) => id).filter((id) => isDateFormat(id, ""));
  const known = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47];
  expect(dates).toEqual([...known, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
  expect(isDateFormat(14, "0.00")).toBe(false);
});
