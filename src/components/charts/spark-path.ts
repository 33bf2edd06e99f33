export type SparkPath = {
  /** Points of a polyline for each run of months that have a rate. */
  readonly lines: readonly string[];
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly targetY: number;
};

const INSET = 2;
const WHOLE = 100;
/** Room below the target that is always shown, so that small wobbles stay small. */
const LEAST_DEPTH = 10;
const MOST_DEPTH = 40;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Where a small line runs in a box, from percentages (null: a gap). The top is 100 %; the bottom lies at least 10, at
 * most 40 points below the target, and what is lower touches it.
 */
export function sparkPath(
  values: readonly (number | null)[],
  target: number,
  width: number,
  height: number,
): SparkPath {
  const lowest = values.reduce<number>((least, value) => (value === null ? least : Math.min(least, value)), target);
  const floor = Math.max(0, target - Math.min(MOST_DEPTH, Math.max(LEAST_DEPTH, target - lowest)));
  const yOf = (value: number): number => {
    const share = (WHOLE - Math.max(floor, value)) / (WHOLE - floor);
    return round(INSET + share * (height - 2 * INSET));
  };
  const xOf = (index: number): number =>
    round(values.length < 2 ? width / 2 : INSET + (index / (values.length - 1)) * (width - 2 * INSET));
  const runs: { x: number; y: number }[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ x: xOf(index), y: yOf(value) });
  });
  return {
    lines: runs.filter((run) => run.length > 1).map((run) => run.map(({ x, y }) => `${x},${y}`).join(" ")),
    points: runs.flat(),
    targetY: yOf(target),
  };
}
