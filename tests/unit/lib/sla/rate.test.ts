import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consecutiveToTarget, displayBp, meetsTarget, missingToTarget, sharedRanks, type TargetRule } from "@/lib/sla";
import { CASES, slowCases } from "./support/arbitraries";

const REACH: TargetRule = { thresholdBp: 9500, mustExceed: false };
const EXCEED: TargetRule = { thresholdBp: 9500, mustExceed: true };
const WHOLE: TargetRule = { thresholdBp: 10_000, mustExceed: false };

describe("meeting a target", () => {
  it.each([
    [19, 20, true, false, "exactly 95 %: reached, not exceeded"],
    [94_999, 100_000, false, false, "just below"],
    [95_001, 100_000, true, true, "just above"],
    [94_996, 100_000, false, false, "shown as 95,00 it would pass; it does not"],
    [17_993, 19_150, false, false, "Tây Sơn, ten months of 2020"],
    [1, 1, true, true, "all"],
    [0, 1, false, false, "none"],
  ])("%i of %i: reaches 95 %% %s, exceeds it %s (%s)", (ok, of, reaches, exceeds) => {
    expect(meetsTarget({ ok, of }, REACH)).toBe(reaches);
    expect(meetsTarget({ ok, of }, EXCEED)).toBe(exceeds);
  });

  it("is neither met nor missed when there is nothing to count", () => {
    expect(meetsTarget(null, REACH)).toBeNull();
    expect(displayBp(null, REACH)).toBeNull();
    expect(missingToTarget(null, REACH)).toBeNull();
    expect(consecutiveToTarget(null, REACH)).toBeNull();
  });
});

describe("the rate as shown, in hundredths of a percent", () => {
  it.each([
    [939_582, 1_000_000, 9396, "93,9582 is 93,96: half up"],
    [939_550, 1_000_000, 9396, "93,955 is 93,96"],
    [939_549, 1_000_000, 9395, "93,9549 is 93,95"],
    [94_996, 100_000, 9499, "94,996 does not reach the target"],
    [949_999_999, 1_000_000_000, 9499, "nor does 94,9999999"],
    [19, 20, 9500, "exactly 95,00"],
    [950_049, 1_000_000, 9500, "95,0049"],
    [99_996, 100_000, 9999, "99,996 is not all"],
    [1, 1, 10_000, "all"],
    [4, 100_000, 1, "0,004 is not nothing"],
    [0, 100_000, 0, "nothing"],
    [1, 3, 3333, "a third"],
    [2, 3, 6667, "two thirds"],
    [1, 20_000, 1, "0,005 is 0,01"],
  ])("%i of %i is %i: %s", (ok, of, expected) => {
    expect(displayBp({ ok, of }, REACH)).toBe(expected);
  });

  it("shows a strict target exactly reached as 95,00, and missed", () => {
    expect(displayBp({ ok: 19, of: 20 }, EXCEED)).toBe(9500);
    expect(meetsTarget({ ok: 19, of: 20 }, EXCEED)).toBe(false);
  });

  const rates = fc
    .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat())
    .map(([of, draw]) => ({ ok: draw % (of + 1), of }));
  const rules = fc.record({ thresholdBp: fc.integer({ min: 2, max: 10_000 }), mustExceed: fc.boolean() });

  it("is within one hundredth, says 100 only of all, 0 only of none, and the target only when reached", () => {
    fc.assert(
      fc.property(rates, rules, (rate, rule) => {
        const shown = displayBp(rate, rule) ?? Number.NaN;
        expect(Math.abs(shown - (10_000 * rate.ok) / rate.of)).toBeLessThanOrEqual(1);
        expect(shown === 10_000).toBe(rate.ok === rate.of);
        expect(shown >= rule.thresholdBp).toBe(10_000 * rate.ok >= rule.thresholdBp * rate.of);
        if (rate.ok > 0) expect(shown).toBeGreaterThan(0);
        else expect(shown).toBe(0);
      }),
      { numRuns: CASES },
    );
  });

  it("the missing dossiers are just enough, counted again or on top", () => {
    fc.assert(
      fc.property(rates, rules, ({ ok, of }, rule) => {
        const missing = missingToTarget({ ok, of }, rule);
        if (missing === null) expect(meetsTarget({ ok: of, of }, rule)).toBe(false);
        else {
          expect(meetsTarget({ ok: ok + missing, of }, rule)).toBe(true);
          if (missing > 0) expect(meetsTarget({ ok: ok + missing - 1, of }, rule)).toBe(false);
        }
        const inARow = consecutiveToTarget({ ok, of }, rule);
        if (inARow === null) expect(rule.thresholdBp).toBe(10_000);
        else {
          expect(meetsTarget({ ok: ok + inARow, of: of + inARow }, rule)).toBe(true);
          if (inARow > 0) expect(meetsTarget({ ok: ok + inARow - 1, of: of + inARow - 1 }, rule)).toBe(false);
        }
      }),
      { numRuns: CASES },
    );
  });
});

describe("how far from the target", () => {
  it("Tây Sơn lacked 200 of its 19.150 dossiers, or 3.990 in a row", () => {
    expect(missingToTarget({ ok: 17_993, of: 19_150 }, REACH)).toBe(200);
    expect(consecutiveToTarget({ ok: 17_993, of: 19_150 }, REACH)).toBe(3990);
    expect(consecutiveToTarget({ ok: 17_993, of: 19_150 }, EXCEED)).toBe(3991);
  });

  it.each<[number, number, TargetRule, number | null, number | null, string]>([
    [19, 20, REACH, 0, 0, "reached"],
    [19, 20, EXCEED, 1, 1, "one more to exceed it"],
    [20, 20, EXCEED, 0, 0, "exceeded"],
    [18, 20, REACH, 1, 20, "18 of 20"],
    [9, 10, WHOLE, 1, null, "all of them are wanted: never again"],
    [10, 10, WHOLE, 0, 0, "all of them"],
    [9998, 9999, { thresholdBp: 9999, mustExceed: false }, 1, 1, "short by the smallest amount there is"],
    [10, 10, { thresholdBp: 10_000, mustExceed: true }, null, null, "more than all of them"],
  ])("%i of %i for %j: %s missing, %s in a row (%s)", (ok, of, rule, missing, inARow) => {
    expect(missingToTarget({ ok, of }, rule)).toBe(missing);
    expect(consecutiveToTarget({ ok, of }, rule)).toBe(inARow);
  });
});

describe("ranks", () => {
  it("are shared by equals, and the next is passed over", () => {
    const rates = [{ ok: 1, of: 2 }, { ok: 9, of: 10 }, { ok: 5, of: 10 }, null, { ok: 1, of: 10 }];
    expect(sharedRanks(rates)).toEqual([2, 1, 2, null, 4]);
  });

  it("tell apart rates that look the same when divided", () => {
    const close = { ok: 66_666_666, of: 66_666_667 };
    expect(sharedRanks([close, { ok: 66_666_665, of: 66_666_666 }])).toEqual([1, 2]);
  });

  it("of nothing are nothing", () => {
    expect(sharedRanks([])).toEqual([]);
    expect(sharedRanks([null, null])).toEqual([null, null]);
    expect(
      sharedRanks([
        { ok: 0, of: 7 },
        { ok: 0, of: 1 },
      ]),
    ).toEqual([1, 1]);
  });

  it("count how many are better", () => {
    const rates = fc.array(
      fc.option(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat()).map(([of, draw]) => ({ ok: draw % (of + 1), of }))),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rates, (given) => {
        const better = (rate: { ok: number; of: number }) =>
          given.filter((other) => other !== null && other.ok * rate.of > rate.ok * other.of).length;
        expect(sharedRanks(given)).toEqual(given.map((rate) => (rate === null ? null : better(rate) + 1)));
      }),
      { numRuns: slowCases(10) },
    );
  });
});
