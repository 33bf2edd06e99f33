/**
 * Whole numbers in the proportion of the weights that add up to `total` exactly (largest remainder).
 * With `caps` no part exceeds its cap; throws when the caps together are too small.
 */
export function apportion(total: number, weights: readonly number[], caps?: readonly number[]): number[] {
  const parts = weights.map(() => 0);
  let left = total;
  while (left > 0) {
    const room = weights.map((weight, index) =>
      weight > 0 && (parts[index] ?? 0) < (caps?.[index] ?? Number.POSITIVE_INFINITY) ? weight : 0,
    );
    const sum = room.reduce((whole, weight) => whole + weight, 0);
    if (sum === 0) throw new Error(`cannot apportion ${left} of ${total}`);
    left -= handOut(left, room, sum, parts, caps);
  }
  return parts;
}

function handOut(
  left: number,
  weights: readonly number[],
  sum: number,
  parts: number[],
  caps: readonly number[] | undefined,
): number {
  const shares = weights.map((weight, index) => ({ index, exact: (left * weight) / sum }));
  let given = 0;
  const give = (index: number, amount: number): void => {
    const room = (caps?.[index] ?? Number.POSITIVE_INFINITY) - (parts[index] ?? 0);
    const gift = Math.min(amount, room);
    parts[index] = (parts[index] ?? 0) + gift;
    given += gift;
  };
  for (const { index, exact } of shares) give(index, Math.floor(exact));
  const byRemainder = shares
    .filter(({ exact }) => exact > 0)
    .sort((a, b) => b.exact - Math.floor(b.exact) - (a.exact - Math.floor(a.exact)) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (given >= left) break;
    give(index, 1);
  }
  return given;
}
