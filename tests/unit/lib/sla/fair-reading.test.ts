import { describe, expect, it } from "vitest";
import { estimatePrior, fairVerdict, meetsTarget, shrink } from "@/lib/sla";
import { logitNormal, simulateLevel, spearman, type Truth, twoKinds, uniformFrom } from "./support/simulated-level";

const MONTHS = 40;
const UNITS = 160;
const TARGET = { thresholdBp: 9500, mustExceed: false };

/** Many months of a level whose true rates are known. */
function observe(truthOf: Truth) {
  const uniform = uniformFrom(20_201_031);
  const seen = { raw: 0, fair: 0, months: 0, met: 0, wronglyBlamed: 0, wronglyBelow: 0, missed: 0, found: 0 };
  for (let month = 0; month < MONTHS; month++) {
    const units = simulateLevel(UNITS, truthOf, uniform);
    const prior = estimatePrior(units.map(({ rate }) => rate));
    if (prior === null) throw new Error("a level makes a prior");
    const truths = units.map(({ truth }) => truth);
    const posteriors = units.map(({ rate }) => shrink(rate, prior));
    const raw = spearman(
      units.map(({ rate }) => rate.ok / rate.of),
      truths,
    );
    const fair = spearman(
      posteriors.map(({ mean }) => mean),
      truths,
    );
    seen.raw += raw / MONTHS;
    seen.fair += fair / MONTHS;
    if (fair > raw) seen.months++;
    units.forEach(({ truth, rate }, index) => {
      const posterior = posteriors[index];
      const isBlamed = posterior !== undefined && fairVerdict(posterior, TARGET.thresholdBp) === "surelyMissed";
      if (truth < 0.95) {
        seen.missed++;
        if (isBlamed) seen.found++;
        return;
      }
      seen.met++;
      if (isBlamed) seen.wronglyBlamed++;
      if (meetsTarget(rate, TARGET) === false) seen.wronglyBelow++;
    });
  }
  return seen;
}

describe.each([
  ["most units good, on a logit scale", logitNormal(0.96, 0.9)],
  ["a weak level", logitNormal(0.94, 0.9)],
  ["a bad level", logitNormal(0.9, 0.9)],
  ["four in five barely good, one plainly bad", twoKinds(0.955, 0.85, 0.2)],
  ["four in five exactly at the target, the hardest case", twoKinds(0.95, 0.85, 0.2)],
])("where the truth is known: %s", (_name, truthOf) => {
  const seen = observe(truthOf);

  it("the fair order is nearer to it than the order by rate, nearly every month", () => {
    expect(seen.fair).toBeGreaterThan(seen.raw + 0.015);
    expect(seen.months).toBeGreaterThanOrEqual(0.9 * MONTHS);
  });

  it("at most 2 % of units that meet the target are called below it; by the plain rate many more", () => {
    expect(seen.met).toBeGreaterThan(500);
    expect(seen.wronglyBlamed / seen.met).toBeLessThanOrEqual(0.02);
    expect(seen.wronglyBelow / seen.met).toBeGreaterThan(0.1);
  });

  it("and units below it are still found", () => {
    expect(seen.found / seen.missed).toBeGreaterThan(0.2);
  });
});
