import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  computeDueAfterPauses,
  computeDueDay,
  computeDueMoment,
  makeMoment,
  type MomentSpan,
  nextWorkingMoment,
  parseDay,
  parseMoment,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { calendar, vietnameseCalendar } from "./support/calendars";
import { pause } from "./support/dossier";

const vietnam = vietnameseCalendar();

describe("three working days from Monday 2 March 2020, with pauses", () => {
  const due = (...pauses: (readonly [string, string | null])[]) =>
    computeDueAfterPauses(vietnam, parseDay("2020-03-02"), 3, pauses.map(pause));

  it.each<[string, (readonly [string, string | null])[], string]>([
    ["none", [], "2020-03-05"],
    ["one day", [["2020-03-03", "2020-03-04"]], "2020-03-06"],
    ["from the day of receipt, which is not counted anyway", [["2020-03-02", "2020-03-03"]], "2020-03-05"],
    ["a weekend: no working time", [["2020-03-07", "2020-03-09"]], "2020-03-05"],
    ["over a weekend", [["2020-03-05", "2020-03-10"]], "2020-03-10"],
    ["begun on the due day", [["2020-03-05", "2020-03-06"]], "2020-03-06"],
    ["begun after the due day: cures nothing", [["2020-03-06", "2020-03-20"]], "2020-03-05"],
    [
      "two, told in the wrong order",
      [
        ["2020-03-05", "2020-03-06"],
        ["2020-03-03", "2020-03-04"],
      ],
      "2020-03-09",
    ],
    [
      "overlapping: subtracted once",
      [
        ["2020-03-03", "2020-03-05"],
        ["2020-03-04", "2020-03-06"],
      ],
      "2020-03-10",
    ],
    [
      "the same twice",
      [
        ["2020-03-03", "2020-03-04"],
        ["2020-03-03", "2020-03-04"],
      ],
      "2020-03-06",
    ],
    [
      "nested",
      [
        ["2020-03-03", "2020-03-06"],
        ["2020-03-04", "2020-03-05"],
      ],
      "2020-03-10",
    ],
    ["empty", [["2020-03-03", "2020-03-03"]], "2020-03-05"],
    ["begun when the last working day but one is used up", [["2020-03-04", "2020-03-05"]], "2020-03-06"],
    [
      "the first before the due day, the second after the new one",
      [
        ["2020-03-03", "2020-03-04"],
        ["2020-03-09", "2020-03-20"],
      ],
      "2020-03-06",
    ],
  ])("%s: due %s", (_what, pauses, expected) => {
    expect(due(...pauses)).toEqual({ dueOn: expected, workingDaysLeft: null });
  });

  it("while one lasts there is no due day, only what is left", () => {
    expect(due(["2020-03-04", null])).toEqual({ dueOn: null, workingDaysLeft: 2 });
    expect(due(["2020-03-03", "2020-03-04"], ["2020-03-05", null])).toEqual({ dueOn: null, workingDaysLeft: 2 });
    expect(due(["2020-03-05", null])).toEqual({ dueOn: null, workingDaysLeft: 1 });
    expect(due(["2020-03-06", null])).toEqual({ dueOn: "2020-03-05", workingDaysLeft: null });
  });

  it("a limit of nothing is due at once", () => {
    expect(computeDueAfterPauses(vietnam, parseDay("2020-03-02"), 0, []).dueOn).toBe("2020-03-02");
    const atOnce = (...pauses: (readonly [string, string | null])[]) =>
      computeDueAfterPauses(vietnam, parseDay("2020-03-07"), 0, pauses.map(pause));
    expect(atOnce()).toEqual({ dueOn: "2020-03-09", workingDaysLeft: null });
    expect(atOnce(["2020-03-07", null])).toEqual({ dueOn: "2020-03-09", workingDaysLeft: null });
  });
});

describe("eight working hours from Monday 2 March 2020, 8:00, with pauses to the second", () => {
  const at = (text: string | null) => (text === null ? null : parseMoment(`2020-03-${text}`));
  const due = (...pauses: (readonly [string, string | null])[]) =>
    computeDueMoment(
      vietnam,
      parseMoment("2020-03-02T08:00:00"),
      8 * 3600,
      pauses.map(([from, until]) => ({ from: parseMoment(`2020-03-${from}`), until: at(until) })),
    );

  it.each<[string, (readonly [string, string | null])[], string]>([
    ["none", [], "03T08:00:00"],
    ["an hour of work", [["02T09:00:00", "02T10:00:00"]], "03T09:00:00"],
    ["over lunch", [["02T11:00:00", "02T14:00:00"]], "03T09:00:00"],
    ["lunch only", [["02T11:30:00", "02T13:30:00"]], "03T08:00:00"],
    ["the night only", [["02T17:00:00", "03T07:00:00"]], "03T08:00:00"],
    ["begun in lunch, ended on a Sunday", [["02T12:00:00", "08T12:00:00"]], "09T11:30:00"],
    ["of a second", [["02T09:00:00", "02T09:00:01"]], "03T08:00:01"],
    ["of nothing", [["02T09:00:00", "02T09:00:00"]], "03T08:00:00"],
    [
      "two within one minute",
      [
        ["02T09:00:10", "02T09:00:20"],
        ["02T09:00:30", "02T09:00:45"],
      ],
      "03T08:00:25",
    ],
    ["at the very moment it is due", [["03T08:00:00", "04T08:00:00"]], "03T08:00:00"],
    ["a second before", [["03T07:59:59", "04T07:59:59"]], "04T08:00:00"],
    ["before receipt", [["01T08:00:00", "01T10:00:00"]], "03T08:00:00"],
    ["from before receipt", [["01T08:00:00", "02T09:00:00"]], "03T09:00:00"],
    [
      "nested",
      [
        ["02T09:00:00", "02T11:00:00"],
        ["02T09:30:00", "02T10:00:00"],
      ],
      "03T10:00:00",
    ],
    [
      "overlapping, in the wrong order",
      [
        ["02T10:00:00", "02T11:00:00"],
        ["02T09:00:00", "02T10:30:00"],
      ],
      "03T10:00:00",
    ],
  ])("%s: due %s", (_what, pauses, expected) => {
    expect(due(...pauses)).toEqual({ dueAt: `2020-03-${expected}`, workingSecondsLeft: null });
  });

  it("while one lasts there is no due moment, only what is left", () => {
    expect(due(["02T10:00:00", null])).toEqual({ dueAt: null, workingSecondsLeft: 6 * 3600 });
    expect(due(["02T12:00:00", null])).toEqual({ dueAt: null, workingSecondsLeft: 4.5 * 3600 });
    expect(due(["03T08:00:00", null])).toEqual({ dueAt: "2020-03-03T08:00:00", workingSecondsLeft: null });
  });

  it("refuses one that ends before it begins, and answers at once for a limit of nothing", () => {
    expect(() => due(["02T10:00:00", "02T09:00:00"])).toThrow(expect.objectContaining({ code: "pauseReversed" }));
    expect(computeDueMoment(vietnam, parseMoment("2020-03-02T12:00:00"), 0, []).dueAt).toBe("2020-03-02T13:30:00");
  });
});

describe("for any receipt", () => {
  const START = parseDay("2020-03-02");
  const plain = calendar();

  const MINUTES_PER_DAY = 1440;
  const moment = (minute: number) =>
    makeMoment(addDays(START, Math.floor(minute / MINUTES_PER_DAY)), (minute % MINUTES_PER_DAY) * 60);

  it("one without working time in it moves nothing", () => {
    const minutes = fc.integer({ min: 0, max: 60 * MINUTES_PER_DAY });
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 1, max: 200 }), (received, begins, hours) => {
        const from = moment(begins);
        const opening = nextWorkingMoment(vietnam, from);
        const due = (pauses: MomentSpan[]) => computeDueMoment(vietnam, moment(received), hours * 3600, pauses).dueAt;
        if (opening > from) expect(due([{ from, until: opening }])).toBe(due([]));
        expect(due([{ from, until: from }])).toBe(due([]));
      }),
      { numRuns: CASES },
    );
  });

  it("without pauses, both agree with the due day of the limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 30 }), (received, amount) => {
        const at = moment(received);
        const on = addDays(START, Math.floor(received / MINUTES_PER_DAY));
        expect(computeDueAfterPauses(plain, on, amount, []).dueOn).toBe(
          computeDueDay(plain, { on, at }, { amount, unit: "workingDay" }).dueOn,
        );
        expect(computeDueMoment(plain, at, amount * 3600, []).dueAt).toBe(
          computeDueDay(plain, { on, at }, { amount, unit: "workingHour" }).dueAt,
        );
      }),
      { numRuns: CASES },
    );
  });
});
