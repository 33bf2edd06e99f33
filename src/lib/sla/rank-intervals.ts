import { drawBeta, seededRandom } from "./random";
import type { Posterior } from "./shrinkage";

/** Ranks, 1 the highest rate: the median, and the bounds of nine draws in ten. */
export type RankInterval = { readonly low: number; readonly median: number; readonly high: number };

const DRAWS = 1000;
const TAIL = 0.05;

/**
 * How far each unit's rank is chance. Goldstein & Spiegelhalter 1996. Deterministic for a seed; same order as the
 * input.
 */
export function rankIntervals(posteriors: readonly Posterior[], seed: number, draws: number = DRAWS): RankInterval[] {
  const random = seededRandom(seed);
  const ranks = posteriors.map(() => new Uint16Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = posteriors.map(({ a, b }, index) => ({ index, value: drawBeta(random, a, b) }));
    drawn.sort((left, right) => right.value - left.value);
    drawn.forEach(({ index }, position) => {
      const own = ranks[index];
      if (own) own[draw] = position + 1;
    });
  }
  return ranks.map((own) => {
    own.sort();
    const at = (share: number): number => own[Math.floor(share * draws)] ?? 0;
    return { low: at(TAIL), median: at(0.5), high: at(1 - TAIL) };
  });
}
