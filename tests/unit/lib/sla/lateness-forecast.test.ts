import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  brierScore,
  COMMON_SHIFT,
  collectHistory,
  deriveTimeline,
  estimateHazards,
  forecastRate,
  type ObservedLife,
  parseDay,
  probabilityLate,
  reliabilityBins,
  workingAge,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { vietnameseCalendar } from "./support/calendars";
import { dossier } from "./support/dossier";

const life = (age: number, end: ObservedLife["end"], times = 1): ObservedLife[] =>
  Array.from({ length: times }, () => ({ age, end }));

describe("the age of a dossier", () => {
  it("is the working days it used, pauses left out, until its end or the day asked about", () => {
    const vietnam = vietnameseCalendar();
    const age = (written: Parameters<typeof dossier>[0], asOf: string) =>
      workingAge(deriveTimeline(dossier(written)), vietnam, parseDay(asOf));
    expect(age({ due: "2020-03-20" }, "2020-03-09")).toBe(5);
    expect(age({ due: "2020-03-20", finished: "2020-03-05" }, "2020-03-09")).toBe(3);
    expect(age({ due: "2020-03-20", finished: "2020-03-12" }, "2020-03-09")).toBe(5);
    expect(age({ due: "2020-03-20", pauses: [["2020-03-04", "2020-03-06"]] }, "2020-03-09")).toBe(3);
    expect(age({ due: "2020-03-20" }, "2020-03-02")).toBe(0);
  });
});

describe("how dossiers of a procedure end, by age", () => {
  // Two resolved at once, one given back after a day, three resolved after two, two still open after one.
  const lives = [...life(0, "resolved", 2), ...life(1, "returned"), ...life(1, "open", 2), ...life(2, "resolved", 3)];

  it("counts the open ones for as long as they were open", () => {
    expect(collectHistory(lives)).toEqual({ open: [8, 6, 3], resolved: [2, 0, 3], returned: [0, 1, 0] });
    expect(collectHistory([])).toEqual({ open: [], resolved: [], returned: [] });
  });

  it("counts one that came into sight later only from then on", () => {
    const late: ObservedLife[] = [
      ...life(2, "resolved"),
      { age: 3, end: "resolved", from: 2 },
      { age: 1, end: "open", from: 1 },
    ];
    expect(collectHistory(late)).toEqual({ open: [1, 2, 2, 1], resolved: [0, 0, 1, 1], returned: [0, 0, 0, 0] });
  });

  it("gives hazards, drawn to the group where experience is short", () => {
    const own = collectHistory(lives);
    const group = collectHistory([...life(0, "resolved", 10), ...life(1, "resolved", 5), ...life(3, "returned", 5)]);
    const alone = estimateHazards(own, group, 0);
    expect(alone.resolve).toEqual([2 / 8, 0, 1, 0]);
    expect(alone.giveBack).toEqual([0, 1 / 6, 0, 0]);
    const drawn = estimateHazards(own, group, 20);
    expect(drawn.resolve[0]).toBeCloseTo((2 + 20 * 0.5) / 28, 12);
    expect(drawn.resolve[1]).toBeCloseTo((0 + 20 * 0.5) / 26, 12);
    expect(drawn.giveBack[3]).toBeCloseTo(1, 12);
    expect(estimateHazards(own, group)).toEqual(drawn);
    const twenty = collectHistory(life(0, "resolved", 20));
    expect(estimateHazards(twenty, group, 20).resolve[0]).toBeCloseTo((20 + 20 * 0.5) / 40, 12);
    const nobody = collectHistory([]);
    expect(estimateHazards(nobody, nobody)).toEqual({ resolve: [], giveBack: [] });
    expect(estimateHazards(nobody, group, 0).resolve).toEqual([0, 0, 0, 0]);
  });
});

describe("the probability of becoming late", () => {
  const hazards = { resolve: [0.1, 0.2, 0.5], giveBack: [0, 0.1, 0] };

  it("is the chance to be still open after the due age", () => {
    expect(probabilityLate(hazards, 0, 1)).toBeCloseTo(0.7, 12);
    expect(probabilityLate(hazards, 0, 2)).toBeCloseTo(0.35, 12);
    expect(probabilityLate(hazards, 1, 2)).toBeCloseTo(0.5, 12);
    expect(probabilityLate(hazards, 2, 2)).toBe(1);
    expect(probabilityLate(hazards, 5, 2)).toBe(1);
    expect(probabilityLate(hazards, 2, 9)).toBe(1);
    expect(probabilityLate({ resolve: [0, 0.8], giveBack: [0, 0.4] }, 0, 1)).toBe(0);
  });

  it("is Kaplan and Meier's survival, as their 1958 paper defines it, on any lives", () => {
    const anyLife = fc.record({
      age: fc.integer({ min: 0, max: 12 }),
      end: fc.constantFrom("resolved", "returned", "open"),
    });
    fc.assert(
      fc.property(fc.array(anyLife, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 12 }), (lives, due) => {
        const history = collectHistory(lives);
        let survival = 1;
        for (let age = 0; age <= due; age++) {
          const atRisk = lives.filter((one) => one.age >= age).length;
          const ended = lives.filter((one) => one.age === age && one.end !== "open").length;
          if (atRisk > 0) survival *= 1 - ended / atRisk;
        }
        expect(probabilityLate(estimateHazards(history, history, 0), -1, due)).toBeCloseTo(survival, 9);
      }),
      { numRuns: CASES },
    );
  });
});

describe("the rate at the month's end", () => {
  it("is what is counted and what may be expected, with its bounds", () => {
    const forecast = forecastRate({ ok: 90, of: 95 }, [0.5, 0.5, 0, 1, 0.1], 2, 1, 0);
    expect(forecast?.expectedLate).toBeCloseTo(2.1, 12);
    expect(forecast?.share).toBeCloseTo(0.929, 12);
    const half = (2 * Math.sqrt(0.25 + 0.25 + 0.09)) / 100;
    expect(forecast?.low).toBeCloseTo(0.929 - half, 12);
    expect(forecast?.high).toBeCloseTo(0.929 + half, 12);
    expect(forecastRate({ ok: 90, of: 95 }, [0.5, 0.5, 0, 1, 0.1], 2, 4, 0)?.low).toBeCloseTo(0.929 - 2 * half, 12);
    const usual = forecastRate({ ok: 90, of: 95 }, [0.5, 0.5, 0, 1, 0.1], 2);
    expect(usual?.low).toBeCloseTo(0.929 - Math.hypot(Math.sqrt(1.5) * half, 2 * COMMON_SHIFT), 12);
  });

  it("never leaves none and all, and is none of nothing", () => {
    expect(forecastRate({ ok: 0, of: 0 }, [0.5], 10)).toEqual({ expectedLate: 0.5, share: 0.5, low: 0, high: 1 });
    expect(forecastRate({ ok: 0, of: 0 }, [], 2)).toBeNull();
    expect(forecastRate({ ok: 3, of: 4 }, [], 2, 1, 0)).toEqual({
      expectedLate: 0,
      share: 0.75,
      low: 0.75,
      high: 0.75,
    });
  });
});

describe("judging forecasts", () => {
  const forecasts = [
    { probability: 0, happened: false },
    { probability: 0.25, happened: true },
    { probability: 0.29, happened: false },
    { probability: 1, happened: true },
  ];

  it("by the mean squared error", () => {
    expect(brierScore(forecasts)).toBeCloseTo((0.5625 + 0.0841) / 4, 12);
    expect(brierScore([])).toBeNull();
  });

  it("by what happened of those said to be likely", () => {
    const bins = reliabilityBins(forecasts);
    expect(bins).toHaveLength(10);
    expect(bins[0]).toEqual({ count: 1, predicted: 0, happened: 0 });
    expect(bins[1]).toEqual({ count: 0, predicted: 0, happened: 0 });
    expect(bins[2]?.predicted).toBeCloseTo(0.27, 12);
    expect(bins[2]).toMatchObject({ count: 2, happened: 0.5 });
    expect(bins[9]).toEqual({ count: 1, predicted: 1, happened: 1 });
    expect(reliabilityBins(forecasts, 2).map(({ count }) => count)).toEqual([3, 1]);
  });
});
