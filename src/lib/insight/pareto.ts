import { WHOLE_BP } from "@/lib/sla";

export type ParetoPart<Item> = {
  readonly item: Item;
  readonly count: number;
  /** Of the whole, alone and with all before it, in hundredths of a percent, half up. */
  readonly shareBp: number;
  readonly runningBp: number;
};

export type Pareto<Item> = {
  /** Those that have any, most first. */
  readonly parts: readonly ParetoPart<Item>[];
  /** The fewest parts that make up half of the whole or more; all of them when they do not. */
  readonly vitalFew: number;
  readonly whole: number;
};

function share(count: number, whole: number): number {
  return Math.floor((2 * WHOLE_BP * count + whole) / (2 * whole));
}

/** What some of the parts make up together. */
export function shareOf<Item>({ parts, whole }: Pareto<Item>, is: (item: Item) => boolean) {
  const some = parts.filter(({ item }) => is(item));
  const count = some.reduce((sum, part) => sum + part.count, 0);
  return { units: some.length, count, whole, shareBp: count === 0 ? 0 : share(count, whole) };
}

/** Who makes up most of a whole. `whole` may hold more than the items, never less; equals keep their order. */
export function paretoOf<Item>(items: readonly Item[], countOf: (item: Item) => number, whole: number): Pareto<Item> {
  const sorted = items
    .map((item) => ({ item, count: countOf(item) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  let running = 0;
  const parts = sorted.map(({ item, count }) => {
    running += count;
    return { item, count, shareBp: share(count, whole), runningBp: share(running, whole) };
  });
  const half = parts.findIndex(({ runningBp }) => 2 * runningBp >= WHOLE_BP);
  return { parts, vitalFew: half === -1 ? parts.length : half + 1, whole };
}
