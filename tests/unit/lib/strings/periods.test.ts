import { expect, it } from "vitest";
import { parseDay } from "@/lib/sla";
import { describePeriod } from "@/lib/strings/periods";

it.each([
  ["2020-01-01", "2020-10-31", "10 tháng đầu năm 2020"],
  ["2020-10-01", "2020-10-31", "tháng 10/2020"],
  ["2020-07-01", "2020-09-30", "quý III/2020"],
  ["2020-01-01", "2020-12-31", "năm 2020"],
  ["2020-09-21", "2020-10-20", "kỳ báo cáo tháng 10/2020 (21/09–20/10)"],
  ["2020-10-19", "2020-10-25", "tuần 19/10–25/10/2020"],
  ["2020-10-20", "2020-10-26", "từ 20/10/2020 đến 26/10/2020"],
  ["2020-10-31", "2020-10-31", "ngày 31/10/2020"],
  ["2020-01-01", "2020-10-30", "từ 01/01/2020 đến 30/10/2020"],
])("%s to %s is %s", (from, to, text) => {
  expect(describePeriod({ from: parseDay(from), to: parseDay(to) })).toBe(text);
});
