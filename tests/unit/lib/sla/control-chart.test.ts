import { describe, expect, it } from "vitest";
import { controlChart, type Rate } from "@/lib/sla";

function ratesOf(pairs: readonly (readonly [number, number] | null)[]): Rate[] {
  return pairs.map((pair) => (pair === null ? null : { ok: pair[0], of: pair[1] }));
}

function signalsOf(rates: readonly Rate[]) {
  return controlChart(rates)?.points.map((point) => point?.signal ?? null);
}

/** Limits computed apart from us: exact binomial sums in Python (math.comb), Laney's dispersion by hand. */
const TEN_MONTHS = ratesOf([
  [188, 200],
  [141, 150],
  [236, 250],
  [95, 100],
  [171, 180],
  [212, 220],
  [120, 160],
  [199, 210],
  [134, 140],
  [181, 190],
]);

describe("the control chart of a unit", () => {
  it("agrees with limits computed independently", () => {
    const chart = controlChart(TEN_MONTHS);
    expect(chart?.centre).toEqual({ ok: 1677, of: 1800 });
    expect(chart?.dispersion).toBeCloseTo(2.262399679961628, 10);
    const lows = [
      0.7928723958876713, 0.7685415388799337, 0.8086622418043173, 0.7256548733297341, 0.7846980925671229,
      0.7998310272014553, 0.7744503567441301, 0.7964810999370079, 0.7620285954549272, 0.7889619595704704,
    ];
    chart?.points.forEach((point, index) => {
      expect(point?.limits.low).toBeCloseTo(lows[index] ?? 0, 9);
      expect(point?.limits.high).toBe(1);
    });
    expect(signalsOf(TEN_MONTHS)).toEqual([null, null, null, null, null, null, "below", null, null, null]);
  });

  it("keeps binomial limits where months differ no more than chance", () => {
    const months = ratesOf([95, 94, 95, 94, 96, 95, 94, 95, 96, 80].map((ok) => [ok, 100] as const));
    const chart = controlChart(months);
    expect(chart?.dispersion).toBe(1);
    expect(chart?.points[0]?.limits.low).toBeCloseTo(0.8433219830649072, 9);
    expect(chart?.points[0]?.limits.high).toBeCloseTo(0.9896513525389772, 9);
    expect(signalsOf(months)?.at(-1)).toBe("below");
  });

  it("sees a shift as runs on both sides, over months without dossiers", () => {
    const months = ratesOf([
      ...Array.from({ length: 8 }, () => [940, 1000] as const),
      null,
      ...Array.from({ length: 8 }, () => [945, 1000] as const),
    ]);
    expect(signalsOf(months)).toEqual([...Array(8).fill("runBelow"), null, ...Array(8).fill("runAbove")]);
  });

  it("says nothing of seven months, of a perfect unit, and of months on the centre", () => {
    expect(controlChart(TEN_MONTHS.slice(0, 7))).toBeNull();
    expect(controlChart(TEN_MONTHS.slice(0, 8))?.points).toHaveLength(8);
    const perfect = ratesOf(Array.from({ length: 9 }, () => [10, 10] as const));
    expect(controlChart(perfect)?.points.every((point) => point?.signal === null)).toBe(true);
    const level = ratesOf(Array.from({ length: 12 }, () => [19, 20] as const));
    expect(controlChart(level)?.points.every((point) => point?.signal === null)).toBe(true);
  });

  it("has no limits but the rate itself where all are on time, or none", () => {
    for (const ok of [0, 10]) {
      const chart = controlChart(ratesOf(Array.from({ length: 9 }, () => [ok, 10] as const)));
      expect(chart?.dispersion).toBe(1);
      expect(chart?.points[0]).toEqual({ share: ok / 10, limits: { low: ok / 10, high: ok / 10 }, signal: null });
    }
  });

  it("has wider limits for fewer dossiers", () => {
    const chart = controlChart(TEN_MONTHS);
    const width = (index: number): number => {
      const limits = chart?.points[index]?.limits ?? { low: 0, high: 0 };
      return limits.high - limits.low;
    };
    expect(width(3)).toBeGreaterThan(width(2));
  });
});
