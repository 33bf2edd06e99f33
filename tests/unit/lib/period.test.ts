import { describe, expect, test } from "vitest";
import { addMonths, lastOfMonth, namePeriod, presetPeriod, previousPeriod, samePeriodLastYear } from "@/lib/period";
import { parseDay } from "@/lib/sla";

const day = parseDay;
const AS_OF = day("2020-10-31");

describe("presetPeriod", () => {
  test.each([
    ["week", "2020-10-26", "2020-10-31"],
    ["previousWeek", "2020-10-19", "2020-10-25"],
    ["firstMonths", "2020-01-01", "2020-10-31"],
    ["month", "2020-10-01", "2020-10-31"],
    ["previousMonth", "2020-09-01", "2020-09-30"],
    ["reportingMonth", "2020-09-21", "2020-10-20"],
    ["quarter", "2020-10-01", "2020-10-31"],
    ["halfYear", "2020-07-01", "2020-10-31"],
    ["yearToDate", "2020-01-01", "2020-10-31"],
    ["year", "2019-11-01", "2020-10-31"],
  ] as const)("%s of 31/10/2020", (preset, from, to) => {
    expect(presetPeriod(preset, AS_OF)).toEqual({ from, to });
  });

  test("the reporting month is the last closed one before the 20th", () => {
    expect(presetPeriod("reportingMonth", day("2020-10-19"))).toEqual({ from: "2020-08-21", to: "2020-09-20" });
    expect(presetPeriod("reportingMonth", day("2020-01-05"))).toEqual({ from: "2019-11-21", to: "2019-12-20" });
  });
});

test("the first months of a year are whole ones", () => {
  expect(presetPeriod("firstMonths", day("2020-10-30"))).toEqual({ from: "2020-01-01", to: "2020-09-30" });
  expect(presetPeriod("firstMonths", day("2020-01-30"))).toEqual({ from: "2019-01-01", to: "2019-12-31" });
});

describe("namePeriod", () => {
  test.each([
    ["2020-01-01", "2020-10-31", { kind: "firstMonths", months: 10, year: 2020 }],
    ["2020-01-01", "2020-01-31", { kind: "month", month: 1, year: 2020 }],
    ["2020-02-01", "2020-02-29", { kind: "month", month: 2, year: 2020 }],
    ["2020-04-01", "2020-06-30", { kind: "quarter", quarter: 2, year: 2020 }],
    ["2020-01-01", "2020-12-31", { kind: "year", year: 2020 }],
    ["2019-12-21", "2020-01-20", { kind: "reportingMonth", month: 1, year: 2020 }],
    ["2020-10-19", "2020-10-25", { kind: "week", from: "2020-10-19", to: "2020-10-25" }],
    ["2020-05-05", "2020-05-05", { kind: "day", day: "2020-05-05" }],
    ["2020-02-01", "2020-03-31", { kind: "range", from: "2020-02-01", to: "2020-03-31" }],
    ["2019-11-01", "2020-10-31", { kind: "range", from: "2019-11-01", to: "2020-10-31" }],
  ])("%s … %s", (from, to, name) => {
    expect(namePeriod({ from: day(from), to: day(to) })).toEqual(name);
  });
});

test("months are counted over the turn of the year", () => {
  expect(addMonths(day("2020-01-31"), -1)).toBe("2019-12-01");
  expect(addMonths(day("2019-12-31"), 2)).toBe("2020-02-01");
  expect(lastOfMonth(day("2020-02-10"))).toBe("2020-02-29");
  expect(lastOfMonth(day("2019-02-10"))).toBe("2019-02-28");
});

describe("what a period is compared with", () => {
  test.each([
    ["a month", "2020-10-01", "2020-10-31", "2020-09-01", "2020-09-30"],
    ["a month that is not over", "2020-03-01", "2020-03-05", "2020-02-01", "2020-02-29"],
    ["January", "2020-01-01", "2020-01-31", "2019-12-01", "2019-12-31"],
    ["a reporting month", "2020-09-21", "2020-10-20", "2020-08-21", "2020-09-20"],
    ["a quarter", "2020-07-01", "2020-09-30", "2020-04-01", "2020-06-30"],
    ["months from January on", "2020-01-01", "2020-10-31", "2020-01-01", "2020-09-30"],
    ["a year", "2020-01-01", "2020-12-31", "2019-01-01", "2019-12-31"],
    ["a week", "2020-10-05", "2020-10-11", "2020-09-28", "2020-10-04"],
    ["a week that is not over", "2020-10-26", "2020-10-31", "2020-10-19", "2020-10-25"],
    ["a month that began on a Monday", "2020-06-01", "2020-06-05", "2020-05-01", "2020-05-31"],
    ["its first week", "2020-06-01", "2020-06-07", "2020-05-25", "2020-05-31"],
    ["a Monday", "2020-10-26", "2020-10-26", "2020-10-19", "2020-10-25"],
    ["twelve months", "2019-11-01", "2020-10-31", "2018-11-01", "2019-10-31"],
    ["the second half so far", "2020-07-01", "2020-10-31", "2020-03-01", "2020-06-30"],
    ["any other days", "2020-10-06", "2020-10-12", "2020-09-29", "2020-10-05"],
  ])("%s: the one before", (_what, from, to, earlierFrom, earlierTo) => {
    expect(previousPeriod({ from: day(from), to: day(to) })).toEqual({ from: earlierFrom, to: earlierTo });
  });

  test.each([
    ["2020-10-01", "2020-10-31", "2019-10-01", "2019-10-31"],
    ["2020-02-01", "2020-02-29", "2019-02-01", "2019-02-28"],
    ["2021-02-01", "2021-02-28", "2020-02-01", "2020-02-29"],
    ["2020-01-01", "2020-03-17", "2019-01-01", "2019-03-17"],
  ])("%s–%s: the same a year before", (from, to, earlierFrom, earlierTo) => {
    expect(samePeriodLastYear({ from: day(from), to: day(to) })).toEqual({ from: earlierFrom, to: earlierTo });
  });
});
