/** So many of a kind took so many working days. */
export type DayCount = { readonly days: number; readonly count: number };

export type Spread = {
  readonly count: number;
  readonly sum: number;
  /** The fewest days within which half of them, and nine in ten, were done; null without any. */
  readonly median: number | null;
  readonly ninth: number | null;
};

/** How long something took, over many. */
export function spreadOf(lengths: readonly DayCount[]): Spread {
  const sorted = [...lengths].sort((a, b) => a.days - b.days);
  const count = sorted.reduce((total, length) => total + length.count, 0);
  const within = (share: number): number | null => {
    let reached = 0;
    for (const length of sorted) {
      reached += length.count;
      if (reached * 10 >= share * count) return length.days;
    }
    return null;
  };
  return {
    count,
    sum: sorted.reduce((total, length) => total + length.days * length.count, 0),
    median: within(5),
    ninth: within(9),
  };
}
