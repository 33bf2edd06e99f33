export type LowUsage<Item> = {
  readonly item: Item;
  readonly received: number;
  /** Hundredths of the middle unit's volume. */
  readonly ofMiddle: number;
  /** What its own earlier months let one expect; null where they are too few. */
  readonly expected: number | null;
  /** Hardly any beside its peers; otherwise it has only fallen far behind its own past. */
  readonly isHardlyUsed: boolean;
};

/** A unit that takes in less than a quarter of what the middle one does may be working on paper. */
const LOW_PERCENT = 25;
/** So may one that takes in less than half of what it used to, where that was enough not to fall so far by chance. */
const LOW_OF_OWN_PERCENT = 50;
const FEWEST_EXPECTED = 20;

/** What the middle unit of those that take in anything takes in; null without any. */
export function middleVolume(volumes: readonly number[]): number | null {
  const sorted = volumes.filter((volume) => volume > 0).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Whether a volume is hardly any beside the middle one. */
export function isHardlyUsed(received: number, middle: number): boolean {
  return Math.floor((100 * received) / middle) < LOW_PERCENT;
}

/**
 * Units that hardly use the software beside their peers, the least first, then those that have fallen far behind their
 * own past, the furthest first. Nothing follows from it but a question.
 */
export function lowUsageOf<Item>(
  items: readonly Item[],
  receivedOf: (item: Item) => number,
  expectedOf: (item: Item) => number | null = () => null,
): LowUsage<Item>[] {
  const middle = middleVolume(items.map(receivedOf));
  if (middle === null) return [];
  return items
    .map((item) => {
      const received = receivedOf(item);
      const ofMiddle = Math.floor((100 * received) / middle);
      return { item, received, ofMiddle, expected: expectedOf(item), isHardlyUsed: isHardlyUsed(received, middle) };
    })
    .filter(({ isHardlyUsed: isHardly, received, expected }) => isHardly || hasFallen(received, expected))
    .sort(
      (a, b) =>
        Number(b.isHardlyUsed) - Number(a.isHardlyUsed) ||
        (a.isHardlyUsed ? a.received - b.received : shareOfOwn(a) - shareOfOwn(b)),
    );
}

function hasFallen(received: number, expected: number | null): boolean {
  return expected !== null && expected >= FEWEST_EXPECTED && 100 * received < LOW_OF_OWN_PERCENT * expected;
}

function shareOfOwn({ received, expected }: LowUsage<unknown>): number {
  return expected === null ? 1 : received / expected;
}
