import { expect, test } from "vitest";
import { periodInTitle } from "@/lib/aggregates/period-in-title";

test.each([
  ["Kỳ báo cáo: Quý III/2020 (Từ ngày 15/06/2020 đến ngày 14/09/2020)", "2020-06-15", "2020-09-14"],
  ["(Số liệu từ 1/9/2020 đến hết ngày 30/9/2020)", "2020-09-01", "2020-09-30"],
  ["01/09/2020 - 30/09/2020", "2020-09-01", "2020-09-30"],
  ["BÁO CÁO THÁNG 9 NĂM 2020", "2020-09-01", "2020-09-30"],
  ["Tình hình giải quyết hồ sơ tháng 02/2020", "2020-02-01", "2020-02-29"],
  ["Quý IV năm 2020", "2020-10-01", "2020-12-31"],
  ["Quý 1/2020", "2020-01-01", "2020-03-31"],
  ["10 tháng đầu năm 2020", "2020-01-01", "2020-10-31"],
  ["Báo cáo năm 2020", "2020-01-01", "2020-12-31"],
])("%s", (title, from, to) => {
  expect(periodInTitle(["UBND TỈNH", title])).toEqual({ from, to });
  expect(periodInTitle([title.normalize("NFD")])).toEqual({ from, to });
});

test.each([
  "Bình Định, ngày 05 tháng 10 năm 2020",
  "Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020",
  "Tháng 13/2020",
  "Từ ngày 30/09/2020 đến ngày 01/09/2020",
  "",
])("no period in %j", (title) => {
  expect(periodInTitle([title])).toBeNull();
});

test("days say more than the month beside them", () => {
  const titles = ["Tháng 9 năm 2020", "Từ ngày 21/08/2020 đến ngày 20/09/2020"];
  expect(periodInTitle(titles)).toEqual({ from: "2020-08-21", to: "2020-09-20" });
});
