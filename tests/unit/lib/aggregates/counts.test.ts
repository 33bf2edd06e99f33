import { describe, expect, test } from "vitest";
import { checkCounts } from "@/lib/aggregates/check-counts";
import type { AggregateCounts } from "@/lib/aggregates/columns";
import { parseCount } from "@/lib/aggregates/parse-count";
import { toTally } from "@/lib/aggregates/to-tally";
import { checkIdentities, FORMULAS } from "@/lib/sla";

/** A row of form II.06a that adds up. */
const SOUND = {
  receivedTotal: 120,
  receivedOnline: 20,
  receivedDirect: 90,
  carriedOver: 10,
  resolvedTotal: 100,
  early: 60,
  onTime: 34,
  late: 6,
  openTotal: 20,
  inTime: 17,
  overdue: 3,
} satisfies AggregateCounts;

describe("checkCounts", () => {
  test("asks nothing of a sound row", () => {
    expect(checkCounts(SOUND)).toEqual([]);
    expect(checkIdentities(toTally(SOUND))).toEqual([]);
  });

  test.each([
    ["received", { receivedDirect: 91 }],
    ["resolved", { early: 61 }],
    ["openClasses", { inTime: 16 }],
    ["open", { receivedTotal: 121, receivedDirect: 91 }],
    ["receivedInPeriod", { receivedInPeriod: 110, receivedDirect: 80, receivedOnline: 20 }],
    ["late", { lateWithApology: 2, lateWithoutApology: 3 }],
    ["overdue", { overdueWithApology: 3, overdueWithoutApology: 3 }],
  ])("%s", (identity, changes) => {
    expect(checkCounts({ ...SOUND, ...changes }).map((broken) => broken.identity)).toEqual([identity]);
  });

  test("names the cells and both numbers", () => {
    expect(checkCounts({ ...SOUND, openTotal: 21, inTime: 18 })).toEqual([
      {
        identity: "open",
        total: "receivedTotal",
        parts: ["resolvedTotal", "openTotal"],
        actual: 120,
        expected: 121,
      },
    ]);
  });

  test("what left otherwise is part of the balance", () => {
    const away = { paused: 2, returned: 1, withdrawn: 1, refused: 1 };
    expect(checkCounts({ ...SOUND, ...away, receivedTotal: 125, receivedDirect: 95 })).toEqual([]);
    expect(checkCounts({ ...SOUND, ...away })).toMatchObject([{ identity: "open", actual: 120, expected: 125 }]);
  });

  test("a form without some cells is not asked for them", () => {
    expect(checkCounts({ receivedTotal: 5, resolvedTotal: 9, late: 1 })).toEqual([]);
    expect(checkCounts({ receivedInPeriod: 5, earlyOrOnTime: 9, late: 1, openTotal: 3, overdue: 1 })).toEqual([]);
  });
});

describe("toTally", () => {
  test("one column for early and on time counts once", () => {
    const tally = toTally({ receivedTotal: 120, carriedOver: 10, earlyOrOnTime: 94, late: 6, resolvedTotal: 100 });
    expect(FORMULAS.resolved.rateOf(tally)).toEqual({ ok: 94, of: 100 });
    expect(tally.receivedDirect + tally.carriedOver).toBe(120);
  });

  test("a total stands for missing parts", () => {
    const tally = toTally({ receivedInPeriod: 120, lateWithApology: 4, lateWithoutApology: 2, resolvedTotal: 100 });
    expect(FORMULAS.resolved.rateOf(tally)).toEqual({ ok: 94, of: 100 });
  });
});

test.each([
  ["1.250", 1250],
  ["1 250", 1250],
  ["12,345,678", 12_345_678],
  ["0", 0],
  ["", 0],
  ["-", 0],
  ["–", 0],
  [7, 7],
  [7.5, null],
  [-1, null],
  ["-1", null],
  ["12,5", null],
  ["1.25", null],
  ["abc", null],
  ["9".repeat(12), null],
])("parseCount(%j) is %j", (cell, count) => {
  expect(parseCount(cell)).toBe(count);
});
