import type { Random } from "./random";

/** Things to draw from, each as often as its weight says. */
export type Weighted<Item> = { readonly items: readonly Item[]; readonly sums: readonly number[] };

/** Throws when nothing has a positive weight: a plan that cannot draw is a mistake in the plan. */
export function weighted<Item>(entries: readonly (readonly [Item, number])[]): Weighted<Item> {
  const items: Item[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (const [item, weight] of entries) {
    if (weight <= 0) continue;
    sum += weight;
    items.push(item);
    sums.push(sum);
  }
  if (sum <= 0) throw new Error("nothing to draw from");
  return { items, sums };
}

/** One item, by bisection of the running sums. */
export function draw<Item>(from: Weighted<Item>, random: Random): Item {
  const last = from.sums.length - 1;
  const point = random.next() * (from.sums[last] ?? 0);
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from.sums[middle] ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  const item = from.items[low];
  if (item === undefined) throw new Error("nothing to draw from");
  return item;
}

/** The same things with new weights. */
export function reweigh<Item>(from: Weighted<Item>, factor: (item: Item) => number): Weighted<Item> {
  return weighted(
    from.items.map((item, index) => {
      const weight = (from.sums[index] ?? 0) - (from.sums[index - 1] ?? 0);
      return [item, weight * factor(item)] as const;
    }),
  );
}
