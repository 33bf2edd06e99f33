import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  estimatePrior,
  fairVerdict,
  funnelLimits,
  lateBudget,
  overdispersionOf,
  parseDay,
  planRecovery,
  probabilityBelow,
  rankIntervals,
  sharesOf,
  shrink,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { vietnameseCalendar } from "./support/calendars";

/** Eight units; what NumPy 2.4 and SciPy 1.17 make of them stands beside each expectation. */
const UNITS = [
  { ok: 57, of: 60 },
  { ok: 118, of: 120 },
  { ok: 31, of: 36 },
  { ok: 236, of: 240 },
  { ok: 9, of: 12 },
  { ok: 480, of: 520 },
  { ok: 88, of: 90 },
  { ok: 14, of: 14 },
];
const MORE = [...UNITS, { ok: 400, of: 436 }, { ok: 90, of: 100 }, { ok: 1871, of: 1915 }, { ok: 55, of: 60 }];

function priorOf() {
  const prior = estimatePrior(UNITS);
  if (prior === null) throw new Error("eight units make a prior");
  return prior;
}

describe("the estimate for small units", () => {
  it("is the moments of the beta-binomial, as NumPy sums them", () => {
    expect(priorOf().mean).toBeCloseTo(0.9459706959706959, 12);
    expect(priorOf().strength).toBeCloseTo(29.547278964352742, 8);
  });

  it.each([
    [0, 0.9486704791975485, 0.46534066243154015],
    [1, 0.975951291502529, 0.03840167292942023],
    [2, 0.8993639549554594, 0.9386965915844282],
    [3, 0.9792377094663834, 0.004576904913621936],
    [4, 0.8893689542858543, 0.9213162416083654],
    [5, 0.924307842999798, 0.9942862011695413],
    [6, 0.9699163464901943, 0.10843741801273131],
    [7, 0.9633405586670414, 0.2524627886198849],
  ])("unit %i: mean %f, below 95 %% with probability %f, as SciPy has it", (index, mean, below) => {
    const posterior = shrink(UNITS[index] ?? null, priorOf());
    expect(posterior.mean).toBeCloseTo(mean, 10);
    expect(probabilityBelow(posterior, 9500)).toBeCloseTo(below, 8);
  });

  it("of batters, as published by D. Robinson (Understanding empirical Bayes estimation, 2015)", () => {
    const [hits, misses] = [101.359, 287.306];
    const prior = { mean: hits / (hits + misses), strength: hits + misses };
    expect(shrink({ ok: 4, of: 10 }, prior).mean).toBeCloseTo(0.264, 3);
    expect(shrink({ ok: 300, of: 1000 }, prior).mean).toBeCloseTo(0.289, 3);
  });

  it("calls a unit below the target only at 39 in 40, above it at 9 in 10", () => {
    const verdicts = UNITS.map((unit) => fairVerdict(shrink(unit, priorOf()), 9500));
    expect(verdicts).toEqual([
      "undecided",
      "surelyMet",
      "undecided",
      "surelyMet",
      "undecided",
      "surelyMissed",
      "undecided",
      "undecided",
    ]);
    // Knowing nothing, Beta(1, 1), the probability of being below x is x.
    expect(fairVerdict({ a: 1, b: 1, mean: 0.5 }, 9750)).toBe("surelyMissed");
    expect(fairVerdict({ a: 1, b: 1, mean: 0.5 }, 9749)).toBe("undecided");
    expect(fairVerdict({ a: 1, b: 1, mean: 0.5 }, 999)).toBe("surelyMet");
    expect(fairVerdict({ a: 1, b: 1, mean: 0.5 }, 1001)).toBe("undecided");
  });
});

describe("rank intervals", () => {
  // A million draws of NumPy's Beta: 5 %, 50 % and 95 % of the ranks. Ours has a thousand, so one rank is allowed.
  const EXPECTED = [
    [2, 5, 7],
    [1, 2, 5],
    [5, 7, 8],
    [1, 2, 4],
    [5, 7, 8],
    [5, 6, 8],
    [1, 3, 5],
    [1, 3, 7],
  ];

  it("are those of a million draws by NumPy, to a rank", () => {
    const posteriors = UNITS.map((unit) => shrink(unit, priorOf()));
    for (const seed of [1, 2, 3]) {
      rankIntervals(posteriors, seed).forEach(({ low, median, high }, index) => {
        const expected = EXPECTED[index] ?? [];
        [low, median, high].forEach((rank, at) => {
          expect(Math.abs(rank - (expected[at] ?? Number.NaN))).toBeLessThanOrEqual(1);
        });
      });
    }
    const many = rankIntervals(posteriors, 1, 60_000).map(({ low, median, high }) => [low, median, high]);
    expect(many).toEqual(EXPECTED);
  });
});

describe("the funnel", () => {
  it.each([
    [20, 0.025, 0.8076352349830959, 0.9965131127281047],
    [20, 0.001, 0.7149401213475676, 0.9998605245091241],
    [60, 0.025, 0.8794029029716709, 0.9909557524489162],
    [60, 0.001, 0.835402032758878, 0.9996382300979566],
    [436, 0.025, 0.9273835066818767, 0.9683284885421025],
    [436, 0.001, 0.9137164885051307, 0.9780887020183392],
    [1915, 0.025, 0.9397509838226846, 0.9592690785682275],
    [19_150, 0.001, 0.9450402168354499, 0.9547731767054826],
  ])("of %i at %f: %f – %f, by SciPy's binomial and the interpolation of Spiegelhalter 2005", (of, tail, low, high) => {
    const limits = funnelLimits(of, 0.95, tail);
    expect(limits.low).toBeCloseTo(low, 8);
    expect(limits.high).toBeCloseTo(high, 8);
  });

  it("overdispersion is SciPy's winsorised mean square", () => {
    expect(overdispersionOf(UNITS, 0.95)).toBeCloseTo(4.331084120557801, 9);
    expect(overdispersionOf(MORE, 0.95)).toBeCloseTo(4.691402504536252, 9);
  });
});

describe("the largest remainder", () => {
  /** Hamilton's rule in whole numbers: a seat at a time to whoever lacks most of its quota. */
  function seatBySeat(parts: readonly number[]): number[] | null {
    const whole = parts.reduce((sum, part) => sum + BigInt(part), 0n);
    if (whole === 0n) return null;
    const seats = parts.map((part) => (10_000n * BigInt(part)) / whole);
    for (let left = 10_000n - seats.reduce((sum, seat) => sum + seat, 0n); left > 0n; left--) {
      const lacking = parts.map((part, index) => 10_000n * BigInt(part) - (seats[index] ?? 0n) * whole);
      const [most = 0n] = lacking.toSorted((a, b) => Number(b - a));
      const index = lacking.indexOf(most);
      seats[index] = (seats[index] ?? 0n) + 1n;
    }
    return seats.map(Number);
  }

  it("is Hamilton's, seat by seat", () => {
    const parts = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(parts, (given) => {
        expect(sharesOf(given)).toEqual(seatBySeat(given));
      }),
      { numRuns: CASES },
    );
  });
});

describe("recovery and budget", () => {
  it("the chance is SciPy's binomial tail: 940 of 1.000 so far, 400 ahead, 5 of them late already", () => {
    const plan = planRecovery(
      { ok: 940, of: 1000 },
      { thresholdBp: 9500, mustExceed: false },
      { count: 400, alreadyLate: 5, onTimeShare: 0.98 },
    );
    expect(plan).toMatchObject({ lateAllowed: 10, newLateAllowed: 5, reachable: true });
    expect(plan?.chance).toBeCloseTo(0.1977889832153151, 10);
  });

  it("99,9 % of a million leaves a budget of a thousand (Site Reliability Workbook, ch. 2)", () => {
    const month = { before: parseDay("2020-02-29"), asOf: parseDay("2020-03-13"), late: 0, expectedVolume: 1_000_000 };
    const budget = lateBudget(vietnameseCalendar(), month, { thresholdBp: 9990, mustExceed: false });
    expect(budget).toEqual({ allowed: 1000, used: 0, left: 1000, exhaustedOn: null });
  });
});
