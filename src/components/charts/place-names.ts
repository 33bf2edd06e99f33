type Placed = { readonly name: string /** Percent of the chart. */; readonly x: number; readonly y: number };

const MOST_NAMES = 10;
/** Roughly how wide a letter and how high a line is, in percent of the chart. */
const LETTER = 0.62;
const LINE = 4.5;

/** Names beside their points, to the left where the right edge is near; those that would cover another are left out. */
export function placeNames<Point extends Placed>(points: readonly Point[]): (Point & { readonly isLeft: boolean })[] {
  const taken: { from: number; to: number; y: number }[] = [];
  const placed: (Point & { isLeft: boolean })[] = [];
  for (const point of points) {
    if (placed.length === MOST_NAMES) break;
    const width = point.name.length * LETTER + 1.5;
    const isLeft = point.x + width > 98;
    const box = isLeft
      ? { from: point.x - width, to: point.x, y: point.y }
      : { from: point.x, to: point.x + width, y: point.y };
    const covers = taken.some(
      (other) => box.from < other.to && other.from < box.to && Math.abs(box.y - other.y) < LINE,
    );
    if (covers || box.from < 0) continue;
    taken.push(box);
    placed.push({ ...point, isLeft });
  }
  return placed;
}
