import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  type CalendarEntry,
  type CalendarSource,
  canMove,
  changedDays,
  checkCalendar,
  computeDueDay,
  isWorkingDay,
  parseDay,
  workingDaysBetween,
} from "@/lib/sla";
import { slowCases } from "./support/arbitraries";
import { calendar, entry, vietnameseCalendar } from "./support/calendars";

const YEARS: CalendarSource = { version: 1, firstYear: 2019, lastYear: 2021, entries: [] };

function problems(entries: CalendarEntry[], given: Partial<CalendarSource> = {}) {
  return checkCalendar({ ...YEARS, entries, ...given }).map(({ code, day, refused }) => [code, day, refused]);
}

describe("entries of a calendar before they are published", () => {
  it("are accepted as they should be", () => {
    expect(problems([entry(["2020-04-30", "off"]), entry(["2020-05-09", "work"])])).toEqual([]);
  });

  it.each<[string, CalendarEntry[], unknown[]]>([
    [
      "12/10/2020 as a make-up of nothing",
      [entry(["2020-10-12", "work"])],
      [["makeUpOfWorkingDay", "2020-10-12", true]],
    ],
    ["a day off on a Sunday", [entry(["2020-10-11", "off"])], [["alreadyOff", "2020-10-11", false]]],
    [
      "without its document",
      [{ ...entry(["2020-10-19", "off"]), basis: "  " }],
      [["withoutDocument", "2020-10-19", true]],
    ],
    [
      "both off and worked",
      [entry(["2020-10-17", "work"]), entry(["2020-10-17", "off"])],
      [
        ["contradicts", "2020-10-17", true],
        ["alreadyOff", "2020-10-17", false],
      ],
    ],
    ["a year too late", [entry(["2022-01-01", "off"])], [["outsideYears", "2022-01-01", true]]],
    ["a year too early", [entry(["2018-12-31", "off"])], [["outsideYears", "2018-12-31", true]]],
    ["the first and the last day", [entry(["2019-01-01", "off"]), entry(["2021-12-31", "off"])], []],
    ["a half day", [entry(["2020-10-12", "work", [{ from: 420, until: 690 }]])], []],
  ])("%s", (_what, entries, expected) => {
    expect(problems(entries)).toEqual(expected);
  });

  it("of one district are judged over the calendar of the province", () => {
    const province = [entry(["2020-04-30", "off"]), entry(["2020-05-09", "work"])];
    const local = (...localEntries: CalendarEntry[]) => problems(province, { localEntries });
    expect(local(entry(["2020-10-19", "off"]))).toEqual([]);
    expect(local(entry(["2020-04-30", "work"]))).toEqual([]);
    expect(local(entry(["2020-04-30", "off"]))).toEqual([["alreadyOff", "2020-04-30", false]]);
    expect(local(entry(["2020-05-09", "work"]))).toEqual([["makeUpOfWorkingDay", "2020-05-09", true]]);
  });

  it("are reported in the order of their days", () => {
    expect(problems([entry(["2020-10-13", "work"]), entry(["2020-10-12", "work"])]).map(([, day]) => day)).toEqual([
      "2020-10-12",
      "2020-10-13",
    ]);
  });

  it("of the seeded calendar are sound", () => {
    expect(vietnameseCalendar().entryOn.size).toBeGreaterThan(100);
  });
});

describe("what a change of the calendar changes", () => {
  it("names the days, hours included", () => {
    const before = calendar({ entries: [entry(["2020-04-30", "off"])] });
    const after = calendar({
      entries: [entry(["2020-05-09", "work"]), entry(["2020-10-12", "work", [{ from: 420, until: 690 }]])],
    });
    expect(changedDays(before, after)).toEqual(["2020-04-30", "2020-05-09", "2020-10-12"]);
    expect(changedDays(before, before)).toEqual([]);
  });

  it("is asked only of the years that both hold", () => {
    const longer = calendar({ lastYear: 2022, entries: [entry(["2022-03-01", "off"])] });
    expect(changedDays(calendar(), longer)).toEqual([]);
    expect(changedDays(longer, calendar())).toEqual([]);
    const earlier = calendar({ firstYear: 2018, entries: [entry(["2018-03-01", "off"])] });
    expect([changedDays(earlier, calendar()), changedDays(calendar(), earlier)]).toEqual([[], []]);
    const lastDay = calendar({ entries: [entry(["2021-12-31", "off"]), entry(["2019-01-01", "off"])] });
    expect(changedDays(calendar(), lastDay)).toEqual(["2019-01-01", "2021-12-31"]);
    const shorter = (until: number, from = 420) =>
      calendar({ entries: [entry(["2020-03-02", "work", [{ from, until }]])] });
    expect(changedDays(shorter(600), shorter(601))).toEqual(["2020-03-02"]);
    expect(changedDays(shorter(600), shorter(600, 421))).toEqual(["2020-03-02"]);
    expect(changedDays(shorter(600), shorter(600))).toEqual([]);
  });

  it("cannot move a due day outside its reach", () => {
    const days = fc.integer({ min: 0, max: 200 }).map((offset) => addDays(parseDay("2020-01-01"), offset));
    const before = calendar();
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 20 }), (on, changed, amount) => {
        const after = calendar({ entries: [entry([changed, isWorkingDay(before, changed) ? "off" : "work"])] });
        const limit = { amount, unit: "workingDay" } as const;
        const [then, now] = [before, after].map((by) => computeDueDay(by, { on, at: null }, limit).dueOn);
        if (then === undefined || now === undefined) throw new Error("two calendars");
        if (then !== now) expect(canMove(changed, on, then)).toBe(true);
        if (!canMove(changed, on, then))
          expect(workingDaysBetween(after, on, now)).toBe(workingDaysBetween(before, on, then));
      }),
      { numRuns: slowCases(10) },
    );
  });

  it("reaches from the day of receipt to the due day, both included", () => {
    const [received, due] = [parseDay("2020-03-02"), parseDay("2020-03-05")];
    expect(
      ["2020-03-01", "2020-03-02", "2020-03-05", "2020-03-06"].map((day) => canMove(parseDay(day), received, due)),
    ).toEqual([false, true, true, false]);
  });
});
