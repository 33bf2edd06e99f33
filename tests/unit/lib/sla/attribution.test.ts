import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  attributeDelay,
  attributionDay,
  deriveTimeline,
  isDueSoon,
  isPausedLong,
  lastDueDayPast,
  lastDueSoonDay,
  MONTH_BASES,
  parseDay,
  type Step,
  sharesOf,
  workingDaysBetween,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { vietnameseCalendar } from "./support/calendars";
import { dossier, type Written } from "./support/dossier";

const vietnam = vietnameseCalendar();

describe("the month a dossier belongs to", () => {
  it("is one on each basis", () => {
    const timeline = deriveTimeline(dossier({ received: "2020-01-20", due: "2020-02-20", finished: "2020-03-02" }));
    expect(MONTH_BASES.map((basis) => attributionDay(timeline, basis))).toEqual([
      "2020-01-20",
      "2020-02-20",
      "2020-03-02",
    ]);
  });

  it("is none while there is no such day, or when it is outside every count", () => {
    const open = deriveTimeline(dossier({}));
    expect(MONTH_BASES.map((basis) => attributionDay(open, basis))).toEqual(["2020-03-02", null, null]);
    const refused = deriveTimeline(dossier({ status: "refused" }));
    expect(MONTH_BASES.map((basis) => attributionDay(refused, basis))).toEqual([null, null, null]);
  });
});

describe("due soon, within 2 working days of Thursday 5 March 2020", () => {
  it.each<[string, Written, boolean]>([
    ["due today", { due: "2020-03-05" }, true],
    ["due tomorrow", { due: "2020-03-06" }, true],
    ["due on Monday", { due: "2020-03-09" }, true],
    ["due on Tuesday", { due: "2020-03-10" }, false],
    ["overdue", { due: "2020-03-04" }, false],
    ["paused", { due: "2020-03-06", pauses: [["2020-03-04", null]] }, false],
    ["finished", { due: "2020-03-06", finished: "2020-03-05" }, false],
    ["undated", {}, false],
    ["not there yet", { received: "2020-03-06", due: "2020-03-06" }, false],
  ])("%s", (_what, written, expected) => {
    expect(isDueSoon(deriveTimeline(dossier(written)), vietnam, parseDay("2020-03-05"), 2)).toBe(expected);
  });
});

describe("the last day of soon", () => {
  it.each([
    ["2020-03-05", "2020-03-09"],
    ["2020-03-06", "2020-03-10"],
    ["2020-04-28", "2020-05-04"],
  ])("as of %s is %s, days off before the next working day included", (asOf, last) => {
    const until = lastDueSoonDay(vietnam, parseDay(asOf), 2);
    expect(until).toBe(last);
    expect(isDueSoon(deriveTimeline(dossier({ due: until })), vietnam, parseDay(asOf), 2)).toBe(true);
    expect(isDueSoon(deriveTimeline(dossier({ due: addDays(until, 1) })), vietnam, parseDay(asOf), 2)).toBe(false);
  });
});

describe("paused for long, as of 5 May 2020 and over 30 days", () => {
  it.each<[string, [string, string | null][], boolean]>([
    ["since 5 April", [["2020-04-05", null]], true],
    ["since 6 April", [["2020-04-06", null]], false],
    ["since 5 April and over that evening", [["2020-04-05", "2020-05-06"]], true],
    ["until that day", [["2020-04-05", "2020-05-05"]], false],
    ["not at all", [], false],
  ])("%s", (_what, pauses, expected) => {
    const timeline = deriveTimeline(dossier({ due: "2020-04-30", pauses }));
    expect(isPausedLong(timeline, parseDay("2020-05-05"), 30)).toBe(expected);
  });
});

describe("where the time of a linked procedure went", () => {
  const step = (unitId: number, startedOn: string, endedOn: string | null, dueOn: string | null): Step => ({
    unitId,
    startedOn: parseDay(startedOn),
    endedOn: endedOn === null ? null : parseDay(endedOn),
    dueOn: dueOn === null ? null : parseDay(dueOn),
  });
  const account = (asOf: string, ...steps: Step[]) => attributeDelay(vietnam, steps, parseDay(asOf));

  it("names the step that took most beyond its time", () => {
    const result = account(
      "2020-04-30",
      step(2, "2020-03-05", "2020-03-16", "2020-03-10"),
      step(1, "2020-03-02", "2020-03-05", "2020-03-04"),
      step(3, "2020-03-18", "2020-03-19", "2020-03-25"),
    );
    expect(
      result.steps.map(({ unitId, workingDaysUsed, workingDaysAllowed, workingDaysOver }) => [
        unitId,
        workingDaysUsed,
        workingDaysAllowed,
        workingDaysOver,
      ]),
    ).toEqual([
      [1, 3, 2, 1],
      [2, 7, 3, 4],
      [3, 1, 5, 0],
    ]);
    expect(result.responsible?.unitId).toBe(2);
    expect(result.workingDaysBetweenSteps).toBe(2);
  });

  it("blames none when each kept its day, the earlier of equals, and no step without a day", () => {
    expect(account("2020-04-30", step(1, "2020-03-02", "2020-03-04", "2020-03-04")).responsible).toBeNull();
    expect(account("2020-04-30", step(1, "2020-03-02", "2020-03-30", null)).responsible).toBeNull();
    const equals = [
      step(1, "2020-03-02", "2020-03-05", "2020-03-04"),
      step(2, "2020-03-05", "2020-03-09", "2020-03-06"),
    ];
    expect(account("2020-04-30", ...equals.toReversed()).responsible?.unitId).toBe(1);
  });

  it("does not blame a step for the days before it began, when its day had passed by then", () => {
    const result = account(
      "2020-04-30",
      step(1, "2020-03-02", "2020-03-16", "2020-03-05"),
      step(2, "2020-03-16", "2020-03-18", "2020-03-05"),
    );
    expect(
      result.steps.map(({ workingDaysAllowed, workingDaysOver }) => [workingDaysAllowed, workingDaysOver]),
    ).toEqual([
      [3, 7],
      [0, 2],
    ]);
    expect(result.responsible?.unitId).toBe(1);
  });

  it("counts a running step up to the day asked about, and none that is still to come", () => {
    const running = step(1, "2020-03-02", null, "2020-03-04");
    expect(account("2020-03-06", running, step(2, "2020-03-09", null, null)).steps).toEqual([
      { ...running, workingDaysUsed: 4, workingDaysAllowed: 2, workingDaysOver: 2 },
    ]);
    expect(account("2020-03-03", { ...running, endedOn: parseDay("2020-03-10") }).steps[0]).toMatchObject({
      workingDaysUsed: 1,
      workingDaysOver: 0,
    });
  });

  it("counts a step from the day it begins, and orders those of one day by unit", () => {
    const ids = (asOf: string, ...steps: Step[]) => account(asOf, ...steps).steps.map(({ unitId }) => unitId);
    const three = [3, 1, 2].map((unitId) => step(unitId, "2020-03-02", "2020-03-03", null));
    expect(ids("2020-03-02", ...three)).toEqual([1, 2, 3]);
    expect(ids("2020-03-01", ...three)).toEqual([]);
    expect(account("2020-03-31", ...three).workingDaysBetweenSteps).toBe(0);
  });

  it("takes the longest of overlapping steps as the end before the next", () => {
    const result = account(
      "2020-04-30",
      step(1, "2020-03-02", "2020-03-12", null),
      step(2, "2020-03-03", "2020-03-04", null),
      step(3, "2020-03-13", "2020-03-16", null),
    );
    expect(result.workingDaysBetweenSteps).toBe(1);
    expect(
      account(
        "2020-04-30",
        step(2, "2020-03-02", "2020-03-03", null),
        step(1, "2020-03-02", "2020-03-03", null),
      ).steps.map(({ unitId }) => unitId),
    ).toEqual([1, 2]);
  });
});

describe("shares of a whole", () => {
  it.each<[number[], number[] | null]>([
    [
      [1, 1, 1],
      [3334, 3333, 3333],
    ],
    [
      [2, 1],
      [6667, 3333],
    ],
    [
      [1, 2],
      [3333, 6667],
    ],
    [
      [1, 0, 0],
      [10_000, 0, 0],
    ],
    [
      [3, 3, 1],
      [4286, 4286, 1428],
    ],
    [[0, 0], null],
    [[], null],
  ])("%j: %j", (parts, expected) => {
    expect(sharesOf(parts)).toEqual(expected);
  });

  it("always make 100,00, each within a hundredth of its own, larger parts never smaller shares", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const shares = sharesOf(parts);
        if (shares === null) {
          expect(whole).toBe(0);
          return;
        }
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
        parts.forEach((part, index) => {
          expect(Math.abs((shares[index] ?? Number.NaN) - (10_000 * part) / whole)).toBeLessThan(1);
          parts.forEach((other, otherIndex) => {
            if (part > other) expect(shares[index]).toBeGreaterThanOrEqual(shares[otherIndex] ?? Number.NaN);
          });
        });
      }),
      { numRuns: CASES },
    );
  });
});

describe("the last due day so many working days past", () => {
  it("is so far past, and the day after it is not", () => {
    for (let offset = 0; offset < 60; offset++) {
      const asOf = addDays(parseDay("2020-09-01"), offset);
      for (const days of [1, 6, 16, 31]) {
        const due = lastDueDayPast(vietnam, asOf, days);
        expect(workingDaysBetween(vietnam, due, asOf)).toBeGreaterThanOrEqual(days);
        expect(workingDaysBetween(vietnam, addDays(due, 1), asOf)).toBeLessThan(days);
      }
    }
  });

  it("is the day before for any that is past at all", () => {
    for (const day of ["2020-10-16", "2020-10-17", "2020-10-19"]) {
      expect(lastDueDayPast(vietnam, parseDay(day), 0)).toBe(addDays(parseDay(day), -1));
    }
  });
});
