const GOLDEN_STEP = 0x9e3779b9;

/** A repeatable stream of numbers. Two streams of the same name are the same. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  /** Whole number in [low, high]. */
  readonly int: (low: number, high: number) => number;
  /** True in the given share of draws. */
  readonly chance: (share: number) => boolean;
};

function seedFrom(name: string): number {
  let seed = 0;
  for (let index = 0; index < name.length; index += 1) {
    seed = Math.imul(seed ^ name.charCodeAt(index), 0x01000193) + GOLDEN_STEP;
    seed ^= seed >>> 15;
  }
  return seed >>> 0;
}

/** Own generator, so that demo files have the same bytes on every machine and in every Node. */
export function createRandom(name: string): Random {
  let state = seedFrom(name);
  const next = (): number => {
    state = (state + GOLDEN_STEP) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
  };
}
