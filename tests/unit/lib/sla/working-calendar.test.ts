import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addWorkingDays,
  type CalendarSource,
  compileCalendar,
  isProvisional,
  isWorkingDay,
  parseDay,
  skippedDays,
  workingDaysBetween,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { calendar, entry, vietnameseCalendar } from "./support/calendars";
import { NaiveCalendar } from "./support/naive-calendar";

describe("working days of the seeded calendar", () => {
  const vietnam = vietnameseCalendar();

  it.each([
    ["2020-01-22", true, "the day before the Tết holiday of 2020"],
    ["2020-01-23", false, "first day of Tết 2020"],
    ["2020-01-29", false, "last day of Tết 2020"],
    ["2020-01-30", true, "the day after"],
    ["2020-04-02", false, "Giỗ Tổ 2020, 10/3 of the lunar year"],
    ["2019-04-15", false, "Giỗ Tổ 2019 fell on a Sunday: Monday off instead"],
    ["2024-04-29", false, "Monday off by exchange"],
    ["2024-05-04", true, "Saturday worked for it"],
    ["2024-05-05", false, "the Sunday after it"],
    ["2018-12-31", false, "exchanged over the turn of the year"],
    ["2019-01-05", true, "worked for it in the next year"],
    ["2023-09-04", false, "2/9/2023 fell on a Saturday: Monday off instead"],
  ])("%s worked: %s (%s)", (day, worked) => {
    expect(isWorkingDay(vietnam, parseDay(day))).toBe(worked);
  });

  it.each([
    ["2020-03-02", 3, "2020-03-05", "Monday + 3"],
    ["2020-03-06", 1, "2020-03-09", "Friday + 1 is Monday"],
    ["2020-03-07", 1, "2020-03-09", "received on a Saturday"],
    ["2020-01-22", 1, "2020-01-30", "over Tết"],
    ["2024-04-26", 1, "2024-05-02", "over a block of days off"],
    ["2024-04-26", 3, "2024-05-04", "due on a Saturday that is worked"],
    ["2024-04-26", 4, "2024-05-06", "past it"],
    ["2020-03-02", 0, "2020-03-02", "nothing to add on a working day"],
    ["2020-03-07", 0, "2020-03-09", "rolled forward from a day off"],
    ["2020-03-09", -1, "2020-03-06", "backwards"],
    ["2020-03-08", -1, "2020-03-06", "backwards from a Sunday"],
    ["2018-12-28", 2, "2019-01-03", "over the turn of the year"],
  ])("%s %i working days on: %s (%s)", (day, count, expected) => {
    expect(addWorkingDays(vietnam, parseDay(day), count)).toBe(expected);
  });

  it.each([
    ["2020-03-02", "2020-03-05", 3],
    ["2020-03-06", "2020-03-09", 1],
    ["2020-03-06", "2020-03-08", 0],
    ["2020-03-06", "2020-03-06", 0],
    ["2020-03-09", "2020-03-06", 0],
    ["2020-01-22", "2020-01-30", 1],
    ["2024-04-26", "2024-05-04", 3],
  ])("from %s to %s lie %i working days", (from, until, expected) => {
    expect(workingDaysBetween(vietnam, parseDay(from), parseDay(until))).toBe(expected);
  });

  it("names every day off and make-up day with its document", () => {
    const days = skippedDays(vietnam, parseDay("2024-04-26"), parseDay("2024-05-06"));
    expect(days.map(({ day, why, name }) => [day, why, name])).toEqual([
      ["2024-04-27", "weekend", null],
      ["2024-04-28", "weekend", null],
      ["2024-04-29", "off", "Nghỉ hoán đổi (làm bù 04/5/2024)"],
      ["2024-04-30", "off", "Ngày Chiến thắng"],
      ["2024-05-01", "off", "Quốc tế lao động"],
      ["2024-05-04", "makeUp", "Làm bù ngày 29/4/2024"],
      ["2024-05-05", "weekend", null],
    ]);
    expect(days.every(({ why, basis }) => (why === "weekend" ? basis === null : Boolean(basis)))).toBe(true);
    expect(skippedDays(vietnam, parseDay("2024-05-06"), parseDay("2024-05-06"))).toEqual([]);
  });
});

describe("coverage", () => {
  it.each([
    ["isWorkingDay", (day: string) => isWorkingDay(calendar(), parseDay(day))],
    ["addWorkingDays", (day: string) => addWorkingDays(calendar(), parseDay(day), 1)],
    ["workingDaysBetween", (day: string) => workingDaysBetween(calendar(), parseDay("2020-01-01"), parseDay(day))],
    ["skippedDays", (day: string) => skippedDays(calendar(), parseDay("2020-01-01"), parseDay(day))],
  ])("%s refuses a day of a year without rows, and names the year", (_name, read) => {
    expect(() => read("2022-01-01")).toThrow(
      expect.objectContaining({ code: "calendarYearMissing", params: { year: 2022 } }),
    );
    expect(() => read("2018-12-31")).toThrow(
      expect.objectContaining({ code: "calendarYearMissing", params: { year: 2018 } }),
    );
    expect(() => read("2021-12-30")).not.toThrow();
  });

  it("a sum that runs out of the calendar names the year it needs", () => {
    const missing = (year: number) => expect.objectContaining({ code: "calendarYearMissing", params: { year } });
    expect(() => addWorkingDays(calendar(), parseDay("2021-12-31"), 1)).toThrow(missing(2022));
    expect(() => addWorkingDays(calendar(), parseDay("2019-01-01"), -1)).toThrow(missing(2018));
    expect(addWorkingDays(calendar(), parseDay("2021-12-30"), 1)).toBe("2021-12-31");
    expect(addWorkingDays(calendar(), parseDay("2019-01-02"), -1)).toBe("2019-01-01");
  });

  it("ends with its last day, though the next one would be worked", () => {
    const shorter = calendar({ lastYear: 2019 });
    expect(() => addWorkingDays(shorter, parseDay("2019-12-31"), 1)).toThrow(
      expect.objectContaining({ code: "calendarYearMissing", params: { year: 2020 } }),
    );
    expect(addWorkingDays(shorter, parseDay("2019-12-30"), 1)).toBe("2019-12-31");
    const ends = calendar({ entries: [entry(["2019-01-01", "off"]), entry(["2021-12-31", "off"])] });
    expect([isWorkingDay(ends, parseDay("2019-01-01")), isWorkingDay(ends, parseDay("2021-12-31"))]).toEqual([
      false,
      false,
    ]);
  });

  it("provisional years are weekends only, and marked", () => {
    const open = calendar({ provisionalYears: 1 });
    expect(addWorkingDays(open, parseDay("2021-12-31"), 1)).toBe("2022-01-03");
    expect(isProvisional(open, parseDay("2022-01-01"))).toBe(true);
    expect(isProvisional(open, parseDay("2021-12-31"))).toBe(false);
    expect(() => isWorkingDay(open, parseDay("2023-01-01"))).toThrow(
      expect.objectContaining({ code: "calendarYearMissing", params: { year: 2023 } }),
    );
  });
});

describe("a calendar is refused", () => {
  const noWork = [[], [], [], [], [], [], []];
  it.each<[string, Partial<CalendarSource>]>([
    ["calendarWithoutWork", { weekPattern: noWork }],
    ["calendarWithoutWork", { hours: [] }],
    ["calendarYearsReversed", { firstYear: 2021, lastYear: 2020 }],
    ["calendarHoursInvalid", { hours: [{ from: 600, until: 600 }] }],
    ["calendarHoursInvalid", { hours: [{ from: 700, until: 600 }] }],
    [
      "calendarHoursInvalid",
      {
        hours: [
          { from: 420, until: 700 },
          { from: 690, until: 1020 },
        ],
      },
    ],
    ["calendarHoursInvalid", { hours: [{ from: 420, until: 1441 }] }],
    ["calendarHoursInvalid", { hours: [{ from: -1, until: 600 }] }],
    ["calendarHoursInvalid", { hours: [{ from: 420.5, until: 600 }] }],
    ["calendarHoursInvalid", { weekPattern: noWork.slice(1) }],
    ["calendarEntryOutside", { entries: [entry(["2022-01-01", "off"])] }],
    ["calendarEntryOutside", { entries: [entry(["2018-12-31", "off"])] }],
    ["calendarEntriesContradict", { entries: [entry(["2020-05-02", "off"]), entry(["2020-05-02", "work"])] }],
  ])("%s: %j", (code, given) => {
    expect(() => calendar(given)).toThrow(expect.objectContaining({ code }));
  });

  it("but one with a single worked day is none of those", () => {
    const once = calendar({ weekPattern: noWork, entries: [entry(["2020-06-06", "work"])] });
    expect(addWorkingDays(once, parseDay("2020-01-01"), 1)).toBe("2020-06-06");
  });
});

describe("entries", () => {
  it("given twice subtract once", () => {
    const twice = calendar({ entries: [entry(["2020-03-03", "off"]), entry(["2020-03-03", "off"])] });
    expect(workingDaysBetween(twice, parseDay("2020-03-02"), parseDay("2020-03-06"))).toBe(3);
    expect(skippedDays(twice, parseDay("2020-03-02"), parseDay("2020-03-04"))).toHaveLength(1);
  });

  it("of one place lie over those of the province", () => {
    const province = { entries: [entry(["2020-03-07", "work"]), entry(["2020-03-10", "off"])] };
    const local = { ...province, localEntries: [entry(["2020-03-07", "off"]), entry(["2020-03-10", "work"])] };
    expect(isWorkingDay(calendar(province), parseDay("2020-03-07"))).toBe(true);
    expect(isWorkingDay(calendar(local), parseDay("2020-03-07"))).toBe(false);
    expect(isWorkingDay(calendar(local), parseDay("2020-03-10"))).toBe(true);
  });

  it("may come in any order", () => {
    const entries = ["2020-03-03", "2020-03-05", "2020-02-03"].map((day) => entry([day, "off"]));
    expect(calendar({ entries })).toEqual(calendar({ entries: entries.toReversed() }));
  });

  it("keep the version", () => {
    expect(compileCalendar({ version: 7, firstYear: 2020, lastYear: 2020, entries: [] }).version).toBe(7);
  });
});

describe("against a loop over the days", () => {
  const START = parseDay("2019-11-01");
  /** Cases asked of one calendar. */
  const QUESTIONS = 20;
  const days = fc.integer({ min: 0, max: 420 }).map((offset) => addDays(START, offset));
  const edition = fc
    .record({ off: fc.uniqueArray(days, { maxLength: 25 }), worked: fc.uniqueArray(days, { maxLength: 8 }) })
    .map(({ off, worked }) => {
      const makeUp = worked.filter((day) => !off.includes(day));
      const compiled = calendar({
        entries: [...off.map((day) => entry([day, "off"])), ...makeUp.map((day) => entry([day, "work"]))],
      });
      return { compiled, naive: new NaiveCalendar(new Set<string>(off), new Set<string>(makeUp), []) };
    });

  it("counts and finds the same working days", () => {
    fc.assert(
      fc.property(
        edition,
        fc.array(fc.tuple(days, fc.integer({ min: -20, max: 40 })), { minLength: QUESTIONS, maxLength: QUESTIONS }),
        ({ compiled, naive }, questions) => {
          for (const [day, count] of questions) {
            expect(isWorkingDay(compiled, day)).toBe(naive.works(day));
            expect(addWorkingDays(compiled, day, count)).toBe(naive.addWorkingDays(day, count));
            const until = addDays(day, count);
            expect(workingDaysBetween(compiled, day, until)).toBe(naive.between(day, until));
          }
        },
      ),
      { numRuns: Math.ceil(CASES / QUESTIONS) },
    );
  });
});
