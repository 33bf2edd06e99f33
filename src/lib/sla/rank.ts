import { compareRates } from "./rate";
import type { Rate } from "./types";

/**
 * The rank of each rate, the highest first; equals share it and the next one is passed over (1, 2, 2, 4).
 * Null for those with nothing to count. Same order as the input.
 */
export function sharedRanks(rates: readonly Rate[]): (number | null)[] {
  const ranks: (number | null)[] = rates.map(() => null);
  const counted: { rate: NonNullable<Rate>; index: number }[] = [];
  rates.forEach((rate, index) => {
    if (rate !== null) counted.push({ rate, index });
  });
  counted.sort((a, b) => compareRates(b.rate, a.rate));
  let rank = 0;
  let previous: NonNullable<Rate> | null = null;
  counted.forEach(({ rate, index }, position) => {
    if (previous === null || compareRates(previous, rate) !== 0) rank = position + 1;
    ranks[index] = rank;
    previous = rate;
  });
  return ranks;
}
