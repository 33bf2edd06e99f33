import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaBelow,
  binomialAtLeast,
  estimatePrior,
  fairVerdict,
  funnelLimits,
  overdispersionOf,
  peerGroups,
  probabilityBelow,
  type Rate,
  rankIntervals,
  shrink,
  wilsonInterval,
  Z_90,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";

describe("Wilson's interval", () => {
  it.each([
    [81, 263, 0.2553, 0.3662, "Newcombe, Stat. Med. 1998"],
    [15, 148, 0.0624, 0.1605, "Newcombe, Stat. Med. 1998"],
    [0, 20, 0, 0.1611, "Newcombe, Stat. Med. 1998"],
    [1, 29, 0.0061, 0.1718, "Newcombe, Stat. Med. 1998"],
    [359, 436, 0.7848, 0.8563, "77 late of 436: surely below 95 %"],
    [473, 500, 0.9226, 0.9626, "94,6 % of 500: not to be told from 95 %"],
    [10, 10, 0.7225, 1, "all of ten"],
  ])("%i of %i: %f – %f (%s)", (ok, of, low, high) => {
    const interval = wilsonInterval({ ok, of });
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it("is narrower when less certainty is asked for, and none of nothing", () => {
    const [wide, narrow] = [wilsonInterval({ ok: 9, of: 10 }), wilsonInterval({ ok: 9, of: 10 }, Z_90)];
    expect(wide && narrow && narrow.low > wide.low && narrow.high < wide.high).toBe(true);
    expect(wilsonInterval(null)).toBeNull();
    expect(wilsonInterval({ ok: 0, of: 3 })?.low).toBe(0);
    expect(wilsonInterval({ ok: 3, of: 3 })?.high).toBe(1);
  });
});

describe("the incomplete beta function", () => {
  it.each([
    [0.95, 60, 5, 0.7843570436086971],
    [0.5, 2, 3, 0.6875],
    [0.95, 0.5, 0.5, 0.8564337068712936],
    [0.95, 18_000, 1157, 0.9999999999187672],
    [0.1, 1, 20, 0.8784233454094308],
    [0.999, 3, 0.2, 0.6685414839010846],
    [0.93, 950, 50, 0.004078920503085798],
  ])("I_%f(%f, %f), as SciPy 1.17 has it", (x, a, b, expected) => {
    expect(betaBelow(x, a, b)).toBeCloseTo(expected, 10);
  });

  it("is 0 and 1 at the ends, and its own mirror image", () => {
    expect([betaBelow(0, 2, 3), betaBelow(-1, 2, 3), betaBelow(1, 2, 3), betaBelow(2, 2, 3)]).toEqual([0, 0, 1, 1]);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (x, a, b) => {
          expect(betaBelow(x, a, b)).toBeCloseTo(1 - betaBelow(1 - x, b, a), 10);
        },
      ),
      { numRuns: CASES },
    );
  });

  it.each([
    [3, 20, 0.05, 0.07548367378849626],
    [95, 100, 0.95, 0.6159991279561404],
    [6, 60, 0.05, 0.0787192645766845],
    [1890, 1915, 0.98, 0.014083094850606097],
    [0, 10, 0.5, 1],
    [11, 10, 0.5, 0],
  ])("at least %i of %i at %f, as SciPy 1.17 has it", (k, n, p, expected) => {
    expect(binomialAtLeast(k, n, p)).toBeCloseTo(expected, 10);
  });

  it("sums the binomial terms one by one", () => {
    const direct = (k: number, n: number, p: number): number => {
      let term = (1 - p) ** n;
      let below = 0;
      for (let i = 0; i < k; i++) {
        below += term;
        term *= ((n - i) / (i + 1)) * (p / (1 - p));
      }
      return 1 - below;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.integer({ min: 5, max: 95 }), (n, draw, percent) => {
        const k = draw % (n + 1);
        expect(binomialAtLeast(k, n, percent / 100)).toBeCloseTo(direct(k, n, percent / 100), 9);
      }),
      { numRuns: CASES },
    );
  });
});

describe("the estimate for small units", () => {
  const level: Rate[] = Array.from({ length: 40 }, (_, index) => ({ ok: 90 + (index % 10), of: 100 }));

  it("finds the mean of the level, and how much its units differ", () => {
    const prior = estimatePrior(level);
    expect(prior?.mean).toBeCloseTo(0.945, 10);
    const alike = estimatePrior(level.map(() => ({ ok: 95, of: 100 })));
    const unlike = estimatePrior(level.map((_, index) => ({ ok: index % 2 === 0 ? 60 : 100, of: 100 })));
    expect((alike?.strength ?? 0) > (prior?.strength ?? 0) && (prior?.strength ?? 0) > (unlike?.strength ?? 0)).toBe(
      true,
    );
  });

  it("by moments: worked out by hand for two units of 100 with 80 and 100 on time", () => {
    // m = 0.9; S = 100·0.01·2 = 2; m(1−m)(K−1) = 0.09; N − Σn²/N − (K−1) = 200 − 100 − 1 = 99.
    const spread = (2 - 0.09) / (0.09 * 99);
    const prior = estimatePrior([{ ok: 80, of: 100 }, { ok: 100, of: 100 }, null]);
    expect(prior?.mean).toBeCloseTo(0.9, 12);
    expect(prior?.strength).toBeCloseTo((1 - spread) / spread, 9);
  });

  it("needs two units with something to count, and bears units that are all alike", () => {
    expect(estimatePrior([{ ok: 1, of: 2 }, null])).toBeNull();
    expect(estimatePrior([])).toBeNull();
    expect(
      estimatePrior([
        { ok: 5, of: 5 },
        { ok: 7, of: 7 },
      ])?.mean,
    ).toBeCloseTo(1, 5);
    expect(
      estimatePrior([
        { ok: 1, of: 1 },
        { ok: 0, of: 1 },
      ])?.strength,
    ).toBeGreaterThan(0);
  });

  it("stays within bounds: no mean of 1, no unit worth less than one dossier, no division by nothing", () => {
    const prior = (...oks: [number, number][]) => estimatePrior(oks.map(([ok, of]) => ({ ok, of })));
    expect(prior([5, 5], [7, 7])?.mean).toBe(1 - 1e-6);
    expect(prior([10, 10], [0, 10])?.strength).toBe(1);
    // Single dossiers say nothing of how units differ: taken to be alike.
    expect(prior([1, 1], [0, 1])?.strength).toBeCloseTo(9999, 6);
  });

  it("pulls a small unit to the mean, a large one hardly, and knows nothing of an empty one", () => {
    const prior = { mean: 0.95, strength: 60 };
    expect(shrink({ ok: 3, of: 4 }, prior).mean).toBeCloseTo((3 + 57) / 64, 12);
    expect(shrink({ ok: 3000, of: 4000 }, prior).mean).toBeCloseTo(0.753, 3);
    expect(shrink(null, prior)).toMatchObject({ mean: 0.95 });
    expect(shrink(null, prior).a).toBeCloseTo(57, 12);
    expect(shrink(null, prior).b).toBeCloseTo(3, 12);
  });

  it("is sure only where there is ground to be", () => {
    const prior = { mean: 0.95, strength: 60 };
    const verdict = (ok: number, of: number) => fairVerdict(shrink({ ok, of }, prior), 9500);
    expect(verdict(17_993, 19_150)).toBe("surelyMissed");
    expect(verdict(9, 10)).toBe("undecided");
    expect(verdict(990, 1000)).toBe("surelyMet");
    expect(verdict(950, 1000)).toBe("undecided");
    expect(probabilityBelow({ a: 60, b: 5, mean: 60 / 65 }, 9500)).toBeCloseTo(0.7843570436, 9);
  });
});

describe("rank intervals", () => {
  const prior = { mean: 0.95, strength: 60 };
  const posteriors = [
    shrink({ ok: 990, of: 1000 }, prior),
    shrink({ ok: 9, of: 10 }, prior),
    shrink({ ok: 700, of: 1000 }, prior),
  ];

  it("are narrow for the sure and wide for the small, and the same for the same seed", () => {
    const [best, small, worst] = rankIntervals(posteriors, 7);
    expect(best).toEqual({ low: 1, median: 1, high: 1 });
    expect(small).toEqual({ low: 2, median: 2, high: 2 });
    expect(worst).toEqual({ low: 3, median: 3, high: 3 });
    const equals = Array.from({ length: 20 }, () => shrink({ ok: 19, of: 20 }, prior));
    const intervals = rankIntervals(equals, 7);
    expect(intervals).toEqual(rankIntervals(equals, 7));
    expect(intervals).not.toEqual(rankIntervals(equals, 8));
    for (const { low, median, high } of intervals) {
      expect(low).toBeLessThanOrEqual(3);
      expect(median).toBeGreaterThan(7);
      expect(median).toBeLessThan(14);
      expect(high).toBeGreaterThanOrEqual(18);
    }
  });

  it("of a single draw are that draw, and a thousand are drawn unless told otherwise", () => {
    const ranks = rankIntervals(posteriors, 7, 1);
    expect(ranks.map(({ low }) => low)).toEqual([1, 2, 3]);
    expect(ranks.every(({ low, median, high }) => low === median && median === high)).toBe(true);
    const equals = Array.from({ length: 400 }, () => shrink({ ok: 19, of: 20 }, prior));
    expect(rankIntervals(equals, 7)).toEqual(rankIntervals(equals, 7, 1000));
    expect(rankIntervals(equals, 7)).not.toEqual(rankIntervals(equals, 7, 1001));
  });

  it("draw from the distribution they say: the median of a pair is decided by the larger mean", () => {
    const wins = (a: number, b: number) =>
      rankIntervals(
        [
          { a, b, mean: a / (a + b) },
          { a: 5, b: 5, mean: 0.5 },
        ],
        3,
        4000,
      ).map(({ median }) => median);
    expect(wins(8, 2)).toEqual([1, 2]);
    expect(wins(2, 8)).toEqual([2, 1]);
    expect(wins(0.5, 8)).toEqual([2, 1]);
  });
});

describe("the funnel", () => {
  it("lets a unit at the target's own chance lie inside", () => {
    for (const of of [20, 100, 1000, 20_000]) {
      const { low, high } = funnelLimits(of, 0.95, 0.025);
      const isOutside = (share: number) => share < low || share > high;
      expect(low < 0.95 && high > 0.95).toBe(true);
      expect(isOutside(0.95)).toBe(false);
      // Within one dossier of the plain binomial tails.
      expect(1 - binomialAtLeast(Math.floor(low * of), of, 0.95)).toBeLessThanOrEqual(0.025);
      expect(1 - binomialAtLeast(Math.ceil(low * of) + 1, of, 0.95)).toBeGreaterThanOrEqual(0.025);
    }
  });

  it("of a few dossiers is drawn between two counts, worked out by hand", () => {
    // Three at 70 %: P(0) = 0.027, P(≤ 1) = 0.216; 0.05 is passed at one, 0.166 of a step of 0.189 too far.
    expect(funnelLimits(3, 0.7, 0.05).low).toBeCloseTo((1 - 0.166 / 0.189) / 3, 9);
    // One at 50 %: 0.025 is passed at none; 0.975 at one, 0.025 of a step of 0.5 too far.
    const { low, high } = funnelLimits(1, 0.5, 0.025);
    expect(low).toBeCloseTo(0, 9);
    expect(high).toBeCloseTo(0.95, 9);
  });

  it("narrows with volume, near the normal limits for a large unit", () => {
    const widths = [50, 500, 5000].map((of) => funnelLimits(of, 0.95, 0.025)).map(({ low, high }) => high - low);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    const { low } = funnelLimits(20_000, 0.95, 0.025);
    expect(low).toBeCloseTo(0.95 - 1.96 * Math.sqrt((0.95 * 0.05) / 20_000), 3);
  });

  it("widens by the root of the overdispersion, never beyond none and all", () => {
    const plain = funnelLimits(1000, 0.95, 0.025);
    const wide = funnelLimits(1000, 0.95, 0.025, 4);
    expect(0.95 - wide.low).toBeCloseTo(2 * (0.95 - plain.low), 10);
    expect(funnelLimits(1000, 0.95, 0.025, 0.5)).toEqual(plain);
    expect(funnelLimits(5, 0.95, 0.001, 400)).toEqual({ low: 0, high: 1 });
  });

  it("overdispersion is at least 1, and the mean square of z where units differ by more than chance", () => {
    const near = Array.from({ length: 10 }, () => ({ ok: 95, of: 100 }));
    expect(overdispersionOf(near, 0.95)).toBe(1);
    expect(overdispersionOf([null], 0.95)).toBe(1);
    // z = ±0.05 / √(0.0475/100) each; its square is 0.0025 · 100 / 0.0475.
    const apart = Array.from({ length: 10 }, (_, index) => ({ ok: index % 2 === 0 ? 90 : 100, of: 100 }));
    expect(overdispersionOf(apart, 0.95)).toBeCloseTo(0.25 / 0.0475, 9);
    const outlier = [
      ...Array.from({ length: 18 }, (_, index) => ({ ok: index % 2 === 0 ? 90 : 100, of: 100 })),
      { ok: 0, of: 100 },
      null,
    ];
    expect(overdispersionOf(outlier, 0.95)).toBeCloseTo(0.25 / 0.0475, 9);
  });

  it("draws in a tenth at each end, by order of size and not of name", () => {
    // z of k on time out of 100 at 95 % is (k − 95) / √4.75.
    const rates = [90, 100, 60, 95, 96, 94, 93, 97, 98, 99].map((ok) => ({ ok, of: 100 }));
    const drawnIn = [90, 99, 90, 95, 96, 94, 93, 97, 98, 99];
    const expected = drawnIn.reduce((sum, ok) => sum + (ok - 95) ** 2 / 4.75, 0) / 10;
    expect(overdispersionOf(rates, 0.95)).toBeCloseTo(expected, 9);
  });

  it("peers are units of like volume, each in one group", () => {
    expect(peerGroups([500, 10, 300, 20, 400, 30], 3)).toEqual([
      [1, 3],
      [5, 2],
      [4, 0],
    ]);
    expect(
      peerGroups([5, 5, 5], 2)
        .flat()
        .toSorted((a, b) => a - b),
    ).toEqual([0, 1, 2]);
    expect(peerGroups([], 2)).toEqual([[], []]);
  });
});
