import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  closingMoment,
  computeDueDay,
  dayOfMoment,
  type LocalMoment,
  makeMoment,
  momentAtWorkingSeconds,
  nextWorkingMoment,
  parseDay,
  parseMoment,
  type TimeLimit,
  workingSecondsAt,
  workingSecondsBetween,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { calendar, entry, vietnameseCalendar } from "./support/calendars";

const vietnam = vietnameseCalendar();

function receipt(text: string) {
  const at = text.includes("T") ? parseMoment(`${text}:00`) : null;
  return { on: parseDay(text.slice(0, 10)), at };
}

describe("the due day of a time limit", () => {
  it.each<[string, string, TimeLimit, string, string]>([
    [
      "L01",
      "2020-03-02",
      { amount: 3, unit: "workingDay" },
      "2020-03-05",
      "counted from the next working day (art. 147)",
    ],
    ["L02", "2020-03-02T16:59", { amount: 3, unit: "workingDay" }, "2020-03-05", "the hour of receipt plays no part"],
    ["L03", "2020-03-06", { amount: 1, unit: "workingDay" }, "2020-03-09", "over a weekend"],
    [
      "L04",
      "2020-03-07",
      { amount: 1, unit: "workingDay" },
      "2020-03-09",
      "received on a Saturday: Monday is the first day",
    ],
    ["L05", "2020-01-22", { amount: 5, unit: "workingDay" }, "2020-02-05", "over Tết 2020"],
    ["L06", "2024-04-26", { amount: 3, unit: "workingDay" }, "2024-05-04", "make-up Saturday counts"],
    ["L07", "2020-03-07", { amount: 0, unit: "workingDay" }, "2020-03-09", "at once, but not on a day off"],
    ["L08", "2020-03-02", { amount: 30, unit: "calendarDay" }, "2020-04-01", "plain days"],
    [
      "L09",
      "2020-03-03",
      { amount: 30, unit: "calendarDay" },
      "2020-04-03",
      "2 April 2020 is Giỗ Tổ: next working day (art. 148)",
    ],
    ["L10", "2020-03-06", { amount: 1, unit: "calendarDay" }, "2020-03-09", "ends on a Saturday: Monday"],
    ["L11", "2024-04-05", { amount: 29, unit: "calendarDay" }, "2024-05-04", "ends on a worked Saturday: stays"],
    ["L12", "2020-01-31", { amount: 1, unit: "month" }, "2020-03-02", "29 February 2020 is a Saturday"],
    ["L13", "2024-01-31", { amount: 1, unit: "month" }, "2024-02-29", "no 31st: last day of the month (art. 148)"],
    ["L14", "2023-01-31", { amount: 1, unit: "month" }, "2023-02-28", "no 29th either"],
    ["L15", "2019-10-31", { amount: 4, unit: "month" }, "2020-03-02", "into another year"],
    ["L16", "2020-03-02T08:00", { amount: 4, unit: "workingHour" }, "2020-03-02T14:00", "lunch is no working time"],
    ["L17", "2020-03-02T16:00", { amount: 7, unit: "workingHour" }, "2020-03-03T15:00", "over the night and lunch"],
    [
      "L18",
      "2020-03-02T11:30",
      { amount: 1, unit: "workingHour" },
      "2020-03-02T14:30",
      "received at the stroke of lunch",
    ],
    ["L19", "2020-03-02T12:15", { amount: 1, unit: "workingHour" }, "2020-03-02T14:30", "received during lunch"],
    ["L20", "2020-03-02T17:00", { amount: 1, unit: "workingHour" }, "2020-03-03T08:00", "received at closing"],
    ["L21", "2020-03-02T06:00", { amount: 1, unit: "workingHour" }, "2020-03-02T08:00", "received before opening"],
    [
      "L22",
      "2020-03-06T22:00",
      { amount: 8, unit: "workingHour" },
      "2020-03-09T17:00",
      "online on a Friday night: all of Monday",
    ],
    ["L23", "2020-03-07T10:00", { amount: 8, unit: "workingHour" }, "2020-03-09T17:00", "online on a Saturday"],
    [
      "L24",
      "2020-03-02T07:00",
      { amount: 8, unit: "workingHour" },
      "2020-03-02T17:00",
      "a full day ends at closing, not next opening",
    ],
    [
      "L25",
      "2020-03-02T07:00",
      { amount: 4.5, unit: "workingHour" },
      "2020-03-02T11:30",
      "ends at lunch, not after it",
    ],
    [
      "L26",
      "2020-03-02T12:00",
      { amount: 0, unit: "workingHour" },
      "2020-03-02T13:30",
      "at once, but not during lunch",
    ],
    ["L27", "2020-03-02T09:15", { amount: 0, unit: "workingHour" }, "2020-03-02T09:15", "at once"],
    [
      "L28",
      "2020-03-02",
      { amount: 8, unit: "workingHour" },
      "2020-03-03",
      "hour of receipt unknown: the clock starts when the day ends",
    ],
    ["L29", "2020-01-22T16:30", { amount: 1, unit: "workingHour" }, "2020-01-30T07:30", "half an hour before Tết"],
    ["L30", "2020-02-28", { amount: 1, unit: "workingDay" }, "2020-03-02", "29 February 2020 is a Saturday"],
  ])("%s: received %s with %j is due %s: %s", (_id, received, limit, expected) => {
    const due = computeDueDay(vietnam, receipt(received), limit);
    expect(due.dueAt ?? due.dueOn).toBe(expected.includes("T") ? `${expected}:00` : expected);
    expect(due.dueOn).toBe(expected.slice(0, 10));
    expect(due.provisional).toBe(false);
  });

  it("keeps the seconds of receipt", () => {
    const at = parseMoment("2020-03-02T16:26:54");
    expect(computeDueDay(vietnam, { on: parseDay("2020-03-02"), at }, { amount: 1, unit: "workingHour" }).dueAt).toBe(
      "2020-03-03T07:26:54",
    );
  });

  it.each<[TimeLimit, string, string]>([
    [{ amount: 2, unit: "workingDay" }, "2020-03-02", "workingDays"],
    [{ amount: 2, unit: "workingHour" }, "2020-03-02T08:00", "workingHours"],
    [{ amount: 2, unit: "workingHour" }, "2020-03-02", "fromClosing"],
    [{ amount: 2, unit: "calendarDay" }, "2020-03-02", "calendarDays"],
    [{ amount: 2, unit: "month" }, "2020-03-02", "months"],
  ])("says by which rule it counted %j from %s: %s", (limit, received, rule) => {
    expect(computeDueDay(vietnam, receipt(received), limit).rule).toBe(rule);
  });

  it.each<[TimeLimit]>([
    [{ amount: -1, unit: "workingDay" }],
    [{ amount: 1.5, unit: "workingDay" }],
    [{ amount: 1.5, unit: "month" }],
    [{ amount: Number.NaN, unit: "workingHour" }],
    [{ amount: Number.POSITIVE_INFINITY, unit: "workingHour" }],
  ])("refuses %j", (limit) => {
    expect(() => computeDueDay(vietnam, receipt("2020-03-02"), limit)).toThrow(
      expect.objectContaining({ code: "limitInvalid" }),
    );
  });

  it("refuses a moment on another day than the day of receipt", () => {
    const received = { on: parseDay("2020-03-02"), at: parseMoment("2020-03-03T08:00:00") };
    expect(() => computeDueDay(vietnam, received, { amount: 1, unit: "workingDay" })).toThrow(
      expect.objectContaining({ code: "momentOnOtherDay" }),
    );
  });

  it.each<[TimeLimit, string]>([
    [{ amount: 5, unit: "workingDay" }, "2021-12-30"],
    [{ amount: 16, unit: "workingHour" }, "2021-12-31T10:00"],
    [{ amount: 1, unit: "workingHour" }, "2021-12-31T18:00"],
    [{ amount: 3, unit: "calendarDay" }, "2021-12-30"],
    [{ amount: 1, unit: "month" }, "2021-12-30"],
  ])("names the year that is missing: %j from %s", (limit, received) => {
    const missing = expect.objectContaining({ code: "calendarYearMissing", params: { year: 2022 } });
    expect(() => computeDueDay(calendar(), receipt(received), limit)).toThrow(missing);
    expect(computeDueDay(calendar({ provisionalYears: 1 }), receipt(received), limit)).toMatchObject({
      provisional: true,
    });
  });
});

describe("the working clock", () => {
  const hanoiNight = { from: 0, until: 1440 };

  it("of an office that never closes loses no second at midnight", () => {
    const always = calendar({ weekPattern: Array.from({ length: 7 }, () => [hanoiNight]) });
    const seconds = workingSecondsBetween(
      always,
      parseMoment("2020-03-01T00:00:00"),
      parseMoment("2020-03-08T00:00:00"),
    );
    expect(seconds).toBe(7 * 86_400);
    expect(computeDueDay(always, receipt("2020-03-07T23:00"), { amount: 2, unit: "workingHour" }).dueAt).toBe(
      "2020-03-08T01:00:00",
    );
  });

  it("knows half days and sessions of their own", () => {
    const morning = [{ from: 420, until: 690 }];
    const halfDay = calendar({ entries: [entry(["2020-03-07", "work", morning])] });
    expect(computeDueDay(halfDay, receipt("2020-03-06T16:00"), { amount: 5, unit: "workingHour" }).dueAt).toBe(
      "2020-03-07T11:00:00",
    );
    expect(computeDueDay(halfDay, receipt("2020-03-06T16:00"), { amount: 6, unit: "workingHour" }).dueAt).toBe(
      "2020-03-09T07:30:00",
    );
  });

  it("reads back the first day of the calendar and its last", () => {
    const plain = calendar();
    expect(momentAtWorkingSeconds(plain, 3600)).toBe("2019-01-01T08:00:00");
    const all = workingSecondsAt(plain, parseMoment("2021-12-31T23:00:00"));
    expect(momentAtWorkingSeconds(plain, all)).toBe("2021-12-31T17:00:00");
    expect(() => momentAtWorkingSeconds(plain, all + 1)).toThrow("calendarYearMissing");
  });

  it("opens again at the next opening, and at once during hours", () => {
    const next = (text: string) => nextWorkingMoment(vietnam, parseMoment(text));
    expect(next("2020-03-02T06:59:59")).toBe("2020-03-02T07:00:00");
    expect(next("2020-03-02T07:00:00")).toBe("2020-03-02T07:00:00");
    expect(next("2020-03-02T11:29:59")).toBe("2020-03-02T11:29:59");
    expect(next("2020-03-02T11:30:00")).toBe("2020-03-02T13:30:00");
    expect(next("2020-03-02T17:00:00")).toBe("2020-03-03T07:00:00");
    expect(next("2020-03-06T17:00:00")).toBe("2020-03-09T07:00:00");
    expect(() => nextWorkingMoment(calendar(), parseMoment("2021-12-31T17:00:00"))).toThrow(
      expect.objectContaining({ code: "calendarYearMissing", params: { year: 2022 } }),
    );
  });

  const moments = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 86_399 }))
    .map(([days, second]) => makeMoment(addDays(parseDay("2020-01-02"), days), second));

  it("never runs backwards, adds up, and is undone by its inverse", () => {
    fc.assert(
      fc.property(moments, moments, moments, (a, b, c) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const clock = (moment: LocalMoment) => workingSecondsAt(vietnam, moment);
        expect(clock(second)).toBeGreaterThanOrEqual(clock(first));
        expect(workingSecondsBetween(vietnam, a, b) + workingSecondsBetween(vietnam, b, c)).toBe(
          workingSecondsBetween(vietnam, a, c),
        );
        const back = momentAtWorkingSeconds(vietnam, clock(a));
        expect(clock(back)).toBe(clock(a));
        expect(back <= a).toBe(true);
        const open = nextWorkingMoment(vietnam, a);
        expect(open >= a && clock(open) === clock(a)).toBe(true);
        expect(clock(makeMoment(dayOfMoment(open), secondAfter(open))) - clock(open)).toBe(1);
      }),
      { numRuns: CASES },
    );
  });

  function secondAfter(moment: LocalMoment): number {
    const [hours = 0, minutes = 0, seconds = 0] = moment.slice(11).split(":").map(Number);
    return hours * 3600 + minutes * 60 + seconds + 1;
  }
});

describe("the ends of the working clock", () => {
  it("an office closes at the end of its hours, one open until midnight a second before, one shut never", () => {
    const plain = calendar({ entries: [entry(["2020-03-07", "work", [{ from: 420, until: 1440 }]])] });
    const closing = (moment: string) => closingMoment(plain, parseMoment(moment));
    expect(closing("2020-03-06T08:00:00")).toBe("2020-03-06T17:00:00");
    expect(closing("2020-03-07T08:00:00")).toBe("2020-03-07T23:59:59");
    expect(closing("2020-03-08T08:00:00")).toBeNull();
  });

  it("shows nothing from the very first midnight on, when the first day is off", () => {
    expect(momentAtWorkingSeconds(vietnam, 0)).toBe("2018-01-01T00:00:00");
  });

  it("finds the last second of the last day of five years", () => {
    const years = calendar({ firstYear: 2015, lastYear: 2019 });
    const all = workingSecondsAt(years, parseMoment("2019-12-31T17:00:00"));
    expect(momentAtWorkingSeconds(years, all)).toBe("2019-12-31T17:00:00");
  });
});
