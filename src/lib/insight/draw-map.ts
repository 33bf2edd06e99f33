import type { MapUnit } from "./map-unit";

type Ring = readonly (readonly [number, number])[];

export type MapArea = {
  readonly unitId: number;
  /** Of an SVG path, in whole units of a drawing `width` wide. */
  readonly path: string;
  /** Where a label may stand, and how wide it may be. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
};

export type MapDrawing = { readonly width: number; readonly height: number; readonly areas: readonly MapArea[] };

const WIDTH = 900;
const MOST_HEIGHT = 1100;
const DEGREE = Math.PI / 180;

/**
 * The shapes on a plane: longitudes shortened by the cosine of the middle latitude, which is true enough for a
 * province. Points that fall on the same whole unit are drawn once, the same ones on both sides of a border. Units
 * without a shape are left out; null when there is none.
 */
export function drawMap(units: readonly Pick<MapUnit, "unitId" | "shape">[]): MapDrawing | null {
  const drawn = units.flatMap(({ unitId, shape }) => (shape === null ? [] : [{ unitId, shape }]));
  const box = boxOf(drawn.flatMap(({ shape }) => shape));
  if (box === null) return null;
  const shorten = Math.cos(((box.south + box.north) / 2) * DEGREE);
  const [wide, high] = [(box.east - box.west) * shorten, box.north - box.south];
  if (wide <= 0 || high <= 0) return null;
  const scale = Math.min(WIDTH / wide, MOST_HEIGHT / high);
  const project = ([x, y]: readonly [number, number]): [number, number] => [
    Math.round((x - box.west) * shorten * scale),
    Math.round((box.north - y) * scale),
  ];
  return {
    width: Math.ceil(wide * scale),
    height: Math.ceil(high * scale),
    areas: drawn.map(({ unitId, shape }) => {
      const rings = shape.map((ring) => withoutRepeats(ring.map(project))).filter((ring) => ring.length > 2);
      return { unitId, path: rings.map(pathOf).join(""), ...labelPlace(rings) };
    }),
  };
}

function boxOf(rings: readonly Ring[]) {
  let box: { west: number; east: number; south: number; north: number } | null = null;
  for (const [x, y] of rings.flat()) {
    box = box
      ? {
          west: Math.min(box.west, x),
          east: Math.max(box.east, x),
          south: Math.min(box.south, y),
          north: Math.max(box.north, y),
        }
      : { west: x, east: x, south: y, north: y };
  }
  return box;
}

function withoutRepeats(points: readonly [number, number][]): [number, number][] {
  return points.filter(([x, y], index) => {
    const before = points[index - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });
}

/** Steps from point to point: shorter than places. */
function pathOf(ring: readonly [number, number][]): string {
  const steps = ring.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = ring[index] ?? [0, 0];
    return `${x - fromX},${y - fromY}`;
  });
  return `M${ring[0]?.join(",")}l${steps.join(" ")}z`;
}

function areaOf(ring: readonly [number, number][]): number {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  });
  return Math.abs(sum) / 2;
}

const LINES = [0.5, 0.42, 0.58, 0.34, 0.66];

/** The middle of the widest stretch of the largest ring, tried on a few lines near its middle. */
function labelPlace(rings: readonly (readonly [number, number][])[]): Pick<MapArea, "x" | "y" | "room"> {
  const [largest] = rings.toSorted((a, b) => areaOf(b) - areaOf(a));
  if (largest === undefined) return { x: 0, y: 0, room: 0 };
  const ys = largest.map(([, y]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const places = LINES.map((share) => widestAt(largest, top + share * (bottom - top) + 0.5));
  return places.reduce((best, place) => (place.room > best.room ? place : best));
}

function widestAt(ring: readonly [number, number][], y: number): Pick<MapArea, "x" | "y" | "room"> {
  const crossings = ring
    .flatMap(([x, own], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, own];
      return own > y === nextY > y ? [] : [x + ((y - own) / (nextY - own)) * (nextX - x)];
    })
    .sort((a, b) => a - b);
  let best = { x: 0, y: Math.round(y), room: 0 };
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [left = 0, right = 0] = [crossings[index], crossings[index + 1]];
    if (right - left > best.room)
      best = { x: Math.round((left + right) / 2), y: best.y, room: Math.floor(right - left) };
  }
  return best;
}
