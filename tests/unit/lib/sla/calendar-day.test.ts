import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCalendarMonths,
  addDays,
  compareDays,
  daysBetween,
  daysInMonth,
  formatDay,
  fromDayNumber,
  isDay,
  parseDay,
  toDayNumber,
  weekdayOf,
} from "@/lib/sla";

const MS_PER_DAY = 86_400_000;

describe("a day", () => {
  it.each(["2020-02-29", "0001-01-01", "9999-12-31", "2000-02-29", "2020-12-31"])("%s exists", (text) => {
    expect(isDay(text)).toBe(true);
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    "2021-02-29",
    "1900-02-29",
    "2020-00-10",
    "2020-13-01",
    "2020-04-31",
    "2020-01-00",
    "0000-01-01",
    "2020-1-01",
    "2020/01/01",
    "2020-01/01",
    " 2020-01-01",
    "2020-01-01 ",
    "2020-01-0a",
    "20:0-01-01",
    "x020-01-01",
    "",
  ])("%j does not", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => parseDay(text)).toThrow(expect.objectContaining({ code: "dayInvalid", params: { text } }));
  });

  it("is made of a year, a month and a day of the month", () => {
    expect(formatDay(987, 6, 5)).toBe("0987-06-05");
    expect(() => formatDay(2021, 2, 29)).toThrow(expect.objectContaining({ code: "dayInvalid" }));
  });

  it("compares like its text", () => {
    const [a, b] = [parseDay("2020-01-31"), parseDay("2020-02-01")];
    expect(compareDays(a, b)).toBeLessThan(0);
    expect(compareDays(b, a)).toBeGreaterThan(0);
    expect(compareDays(a, parseDay("2020-01-31"))).toBe(0);
  });

  it("agrees with the proleptic Gregorian calendar of Date over ten thousand years", () => {
    for (let number = -719_162; number <= 2_932_896; number += 97) {
      const text = new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
      expect(fromDayNumber(number)).toBe(text);
      expect(toDayNumber(parseDay(text))).toBe(number);
      expect(weekdayOf(number)).toBe((new Date(number * MS_PER_DAY).getUTCDay() + 6) % 7);
    }
  });

  it("names every day of two centuries the same the second time", () => {
    for (let number = -25_570; number <= 84_440; number += 1) {
      const first = fromDayNumber(number);
      expect(fromDayNumber(number) === first && toDayNumber(first) === number).toBe(true);
    }
  });

  it("moves by days and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const day = fromDayNumber(start);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
    expect(addDays(parseDay("2020-02-28"), 1)).toBe("2020-02-29");
    expect(addDays(parseDay("2020-01-01"), -1)).toBe("2019-12-31");
  });

  it("refuses to leave the years that can be written", () => {
    expect(() => addDays(parseDay("9999-12-31"), 1)).toThrow(expect.objectContaining({ code: "dayInvalid" }));
  });
});

describe("a month later", () => {
  it.each([
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-01-30", 1, "2020-02-29"],
    ["2020-01-15", 1, "2020-02-15"],
    ["2020-12-31", 1, "2021-01-31"],
    ["2020-08-31", 6, "2021-02-28"],
    ["2020-03-31", -1, "2020-02-29"],
    ["2020-01-31", -1, "2019-12-31"],
    ["2020-01-31", 12, "2021-01-31"],
    ["2020-02-29", 48, "2024-02-29"],
  ])("%s + %i is %s (Civil Code 2015, article 148)", (from, months, expected) => {
    expect(addCalendarMonths(parseDay(from), months)).toBe(expected);
  });

  it("knows how long a month is", () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 30, 31]);
    expect([2000, 2024, 1900, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28, 28]);
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(2023, index + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([0, 13].map((month) => daysInMonth(2024, month))).toEqual([0, 0]);
  });
});
