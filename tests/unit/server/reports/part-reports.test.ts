import { describe, expect, test } from "vitest";
import { spreadOf } from "@/lib/insight/spread";
import { addMonths, lastOfMonth } from "@/lib/period";
import { emptyTally, parseDay, WHOLE_BP } from "@/lib/sla";
import { buildCalendarReport } from "@/server/reports/build-calendar-report";
import { buildControlReport } from "@/server/reports/build-control-report";
import { buildForecastReport } from "@/server/reports/build-forecast-report";
import { buildStepsReport } from "@/server/reports/build-steps-report";
import { buildTimeReport } from "@/server/reports/build-time-report";
import type { Report } from "@/server/reports/report";

const STATUS = {
  provinceName: "Tỉnh Thử Nghiệm",
  zone: "Asia/Ho_Chi_Minh",
  asOf: parseDay("2020-10-31"),
  isDemo: true,
  sources: [],
  changes: [],
};
const PERIOD = { from: parseDay("2020-01-01"), to: parseDay("2020-10-31") };
const TARGET = { thresholdBp: 9500, mustExceed: false };
const unitName = "Huyện Tây Sơn";

async function rowsOf({ rows }: Report): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

test("the months of a control chart, newest first, with their limits and what stands out", async () => {
  const months = Array.from({ length: 10 }, (_, index) => {
    const from = addMonths(PERIOD.from, index);
    const late = index === 3 ? 90 : 5;
    const tally = { ...emptyTally(), early: 200 - late, late };
    return { period: { from, to: lastOfMonth(from) }, tally, rate: { ok: 200 - late, of: 200 } };
  });
  const report = buildControlReport({ unitName, period: PERIOD, formula: "resolved", target: TARGET, months }, STATUS);
  const rows = await rowsOf(report);
  expect(rows).toHaveLength(report.rowCount);
  expect(rows[0]).toEqual([
    "2020-10-01",
    "2020-10-31",
    200,
    5,
    9750,
    expect.any(Number),
    expect.any(Number),
    expect.any(String),
  ]);
  expect(rows[6]).toEqual(expect.arrayContaining(["2020-04-01", 90, 5500, "● Dưới giới hạn"]));
  expect(report.title).toBe("Tây Sơn: tháng 4/2020 thấp bất thường so với chính mình");
  expect(report.facts.join(" ")).toContain("Dữ liệu minh họa");
});

test("a unit with few months has its months, and no limits", async () => {
  const months = [{ period: PERIOD, tally: emptyTally(), rate: null }];
  const report = buildControlReport({ unitName, period: PERIOD, formula: "resolved", target: TARGET, months }, STATUS);
  expect(await rowsOf(report)).toEqual([["2020-01-01", "2020-10-31", null, 0, null, null, null, null]]);
});

test("the parts of the time add up to the whole, by days and by shares", async () => {
  const time = {
    total: spreadOf([{ days: 10, count: 4 }]),
    working: spreadOf([{ days: 7, count: 4 }]),
    awaitingSupplement: spreadOf([{ days: 12, count: 1 }]),
    awaitingPayment: spreadOf([]),
    stopped: spreadOf([]),
  };
  const report = buildTimeReport({ unitName, period: PERIOD, time }, STATUS);
  expect(await rowsOf(report)).toEqual([
    ["Xử lý", 4, 7, 7, 28, 7000],
    ["Chờ bổ sung giấy tờ", 1, 12, 12, 12, 3000],
    ["Chờ nộp tiền", 0, null, null, 0, 0],
    ["Dừng xử lý", 0, null, null, 0, 0],
  ]);
  expect(report.sums).toEqual([["Từ tiếp nhận đến khi xong", 4, 10, 10, 40, WHOLE_BP]]);
});

test("the steps, office by office", async () => {
  const all = { dossiers: 2, used: spreadOf([{ days: 2, count: 3 }]), over: 1 };
  const report = buildStepsReport(
    { unitName, period: PERIOD, steps: { all, offices: [{ office: "Phòng Tư pháp", ...all }] } },
    STATUS,
  );
  expect(await rowsOf(report)).toEqual([["Phòng Tư pháp", 2, 1, 2, 2, 6, WHOLE_BP]]);
  expect(report.sums).toEqual([["Mọi nơi", 2, 1, 2, 2, 6, WHOLE_BP]]);
});

describe("a forecast", () => {
  const forecast = {
    asOf: parseDay("2020-10-31"),
    month: { from: parseDay("2020-11-01"), to: parseDay("2020-11-30") },
    met: 225,
    missed: 3,
    open: 200,
    rate: { expectedLate: 30, share: 0.92, low: 0.89, high: 0.94 },
    risky: [
      {
        id: 1,
        code: "H08.27.25-201019-1684",
        unitName: "Xã Tây Phú",
        procedureName: "Tách thửa",
        dueOn: parseDay("2020-11-02"),
        probability: 0.5837,
      },
    ],
  };

  test("names the dossiers it hangs on, their chance in whole percents", async () => {
    const report = buildForecastReport({ unitName, target: TARGET, forecast, experience: 6 }, STATUS);
    expect(await rowsOf(report)).toEqual([["H08.27.25-201019-1684", "Tách thửa", "Xã Tây Phú", "2020-11-02", 5800]]);
    expect(report.facts[0]).toContain("1 hồ sơ dễ trễ nhất trong 200 hồ sơ còn trong hạn");
  });
});

test("the days of one year of the calendar, with their documents", async () => {
  const day = (text: string, kind: "off" | "work", unit: string | null) => ({
    day: parseDay(text),
    kind,
    name: "Quốc khánh",
    basis: "Điều 112",
    unitId: unit === null ? null : 7,
    unitName: unit,
  });
  const calendar = {
    version: 3,
    firstYear: 2019,
    lastYear: 2021,
    rows: [day("2019-09-02", "off", null), day("2020-09-02", "off", null), day("2020-10-10", "work", unitName)],
    history: [],
    canEdit: false,
    places: [],
  };
  const report = buildCalendarReport(calendar, 2020, STATUS);
  expect(await rowsOf(report)).toEqual([
    ["2020-09-02", "Thứ Tư", "Nghỉ", "Quốc khánh", "Điều 112", "Toàn tỉnh"],
    ["2020-10-10", "Thứ Bảy", "Làm bù", "Quốc khánh", "Điều 112", unitName],
  ]);
  expect(report.fileName).toBe("lich-lam-viec-tinh-thu-nghiem-2020-01-01-2020-12-31-du-lieu-minh-hoa");
});
