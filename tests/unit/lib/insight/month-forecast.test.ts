import { describe, expect, test } from "vitest";
import { FEWEST_DUE, FEWEST_OPEN, forecastMonth } from "@/lib/insight/month-forecast";

describe("what the month's end brings", () => {
  test("no rate from a handful", () => {
    expect(forecastMonth({ ok: 3, of: 4 }, [0.5])).toBeNull();
    expect(forecastMonth({ ok: FEWEST_DUE, of: FEWEST_DUE }, new Array(FEWEST_OPEN - 1).fill(0.5))).toBeNull();
    expect(forecastMonth({ ok: 0, of: FEWEST_DUE - FEWEST_OPEN - 1 }, new Array(FEWEST_OPEN).fill(0.5))).toBeNull();
  });

  test("with enough of them it lies in its interval, and those late are the sum of the chances", () => {
    const known = { ok: FEWEST_DUE - 5, of: FEWEST_DUE };
    const rate = forecastMonth(known, new Array<number>(10).fill(0.3));
    expect(rate).not.toBeNull();
    if (rate === null) return;
    expect(rate.low).toBeLessThan(rate.share);
    expect(rate.high).toBeGreaterThan(rate.share);
    expect(rate.expectedLate).toBeCloseTo(3);
    expect(rate.share).toBeCloseTo((known.ok + 7) / (known.of + 10));
  });
});
