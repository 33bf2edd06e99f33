export type LowUsage<Item> = {
  readonly item: Item;
  readonly received: number;
  /** Hundredths of the middle unit's volume. */
  readonly ofMiddle: number;
};

/** A unit that takes in less than a quarter of what the middle one does may be working on paper. */
const LOW_PERCENT = 25;

/** What the middle unit of those that take in anything takes in; null without any. */
export function middleVolume(volumes: readonly number[]): number | null {
  const sorted = volumes.filter((volume) => volume > 0).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Units that hardly use the software, the least first. Nothing follows from it but a question. */
export function lowUsageOf<Item>(items: readonly Item[], receivedOf: (item: Item) => number): LowUsage<Item>[] {
  const middle = middleVolume(items.map(receivedOf));
  if (middle === null) return [];
  return items
    .map((item) => {
      const received = receivedOf(item);
      return { item, received, ofMiddle: Math.floor((100 * received) / middle) };
    })
    .filter(({ ofMiddle }) => ofMiddle < LOW_PERCENT)
    .sort((a, b) => a.received - b.received);
}
