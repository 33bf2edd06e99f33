import { WHOLE_BP } from "./rate";

/**
 * Shares of a whole in hundredths of a percent that add up to 100,00 by the largest remainder; of equal remainders
 * the earlier part gets it. Null when there is nothing to share.
 */
export function sharesOf(parts: readonly number[]): number[] | null {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return null;
  const shares = parts.map((part) => Math.floor((WHOLE_BP * part) / whole));
  const left = WHOLE_BP - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (WHOLE_BP * part) % whole }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
