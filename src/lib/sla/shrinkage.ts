import { WHOLE_BP } from "./rate";
import type { Rate } from "./types";
import { betaBelow } from "./beta-distribution";

/** What is known of units of a level before looking at one of them: Beta(mean · strength, (1 − mean) · strength). */
export type Prior = {
  readonly mean: number;
  /** Worth so many dossiers. */
  readonly strength: number;
};

/** The belief about one unit after looking at it. */
export type Posterior = { readonly a: number; readonly b: number; readonly mean: number };

const SMALLEST_SPREAD = 1e-4;
const LARGEST_SPREAD = 0.5;
const SMALLEST_MEAN = 1e-6;

/**
 * The prior of a group of comparable units, by moments of the beta-binomial (Kleinman 1973). Null when fewer than two
 * of them have anything to count.
 */
export function estimatePrior(rates: readonly Rate[]): Prior | null {
  const counted = rates.filter((rate) => rate !== null);
  if (counted.length < 2) return null;
  const total = counted.reduce((sum, { of }) => sum + of, 0);
  const raw = counted.reduce((sum, { ok }) => sum + ok, 0) / total;
  const mean = Math.min(1 - SMALLEST_MEAN, Math.max(SMALLEST_MEAN, raw));
  const weighted = counted.reduce((sum, { ok, of }) => sum + of * (ok / of - mean) ** 2, 0);
  const squares = counted.reduce((sum, { of }) => sum + of * of, 0);
  const freedom = counted.length - 1;
  const variance = mean * (1 - mean);
  const spread = (weighted - variance * freedom) / (variance * (total - squares / total - freedom));
  const bounded = Math.min(LARGEST_SPREAD, Math.max(SMALLEST_SPREAD, Number.isFinite(spread) ? spread : 0));
  return { mean, strength: (1 - bounded) / bounded };
}

/** A small unit is pulled to the mean of its level, a large one hardly. Nothing to count: the prior itself. */
export function shrink(rate: Rate, { mean, strength }: Prior): Posterior {
  const { ok, of } = rate ?? { ok: 0, of: 0 };
  const a = ok + mean * strength;
  const b = of - ok + (1 - mean) * strength;
  return { a, b, mean: a / (a + b) };
}

/** The probability that the unit's true rate is below the threshold (in hundredths of a percent). */
export function probabilityBelow({ a, b }: Posterior, thresholdBp: number): number {
  return betaBelow(thresholdBp / WHOLE_BP, a, b);
}

export const FAIR_VERDICTS = ["surelyMet", "undecided", "surelyMissed"] as const;
export type FairVerdict = (typeof FAIR_VERDICTS)[number];

const SURELY_MET = 0.9;
/** Blame asks for more than praise: so that at most 2 % of units that meet the target are called below it. */
const SURELY_MISSED = 0.975;

/** The fair reading beside the official one: met only at 9 in 10, missed only at 39 in 40. */
export function fairVerdict(posterior: Posterior, thresholdBp: number): FairVerdict {
  const below = probabilityBelow(posterior, thresholdBp);
  if (below >= SURELY_MISSED) return "surelyMissed";
  return 1 - below >= SURELY_MET ? "surelyMet" : "undecided";
}
