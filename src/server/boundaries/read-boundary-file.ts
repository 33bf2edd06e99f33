import "server-only";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { FeatureCollection } from "geojson";
import type { Objects, Topology } from "topojson-specification";
import { z } from "zod";
import { AppError } from "../errors";

/** Longitude and latitude, in degrees. */
export type Position = readonly [number, number];
/** Rings, outer ones and holes alike: drawn by the even-odd rule. */
export type BoundaryShape = readonly (readonly Position[])[];

export type BoundaryFile = {
  /** By unit code; the codes as the file writes them. */
  readonly shapes: ReadonlyMap<string, BoundaryShape>;
  readonly pointsRead: number;
  /** Fewer than read when the file was simplified. */
  readonly pointsKept: number;
};

/** A page draws so many points in well under 100 KB. */
const MOST_POINTS = 15_000;
const DECIMALS = 1e5;
const LEAST_RING = 4;

const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const ringSchema = z.array(positionSchema).min(LEAST_RING).refine(isClosed);
const geometrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ringSchema).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ringSchema).min(1)).min(1) }),
]);
const codeSchema = z.union([z.string().trim().min(1).max(40), z.number().int().nonnegative().transform(String)]);
const collectionSchema = z.object({
  type: z.literal("FeatureCollection"),
  features: z
    .array(
      z.object({
        type: z.literal("Feature"),
        properties: z.looseObject({ code: codeSchema }),
        geometry: geometrySchema,
      }),
    )
    .min(1)
    .max(2000),
});

type Collection = z.infer<typeof collectionSchema>;

function isClosed(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/**
 * The shapes of a TopoJSON or GeoJSON text, checked, and simplified along shared borders when there are more points
 * than a page can carry. Throws `boundariesUnreadable`.
 */
export function readBoundaryFile(text: string): BoundaryFile {
  const collection = toCollection(parse(text));
  const pointsRead = countPoints(collection);
  const kept = pointsRead > MOST_POINTS ? simplified(collection, MOST_POINTS / pointsRead) : collection;
  const shapes = new Map<string, BoundaryShape>();
  for (const { properties, geometry } of kept.features) {
    if (shapes.has(properties.code)) throw unreadable(properties.code);
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    shapes.set(
      properties.code,
      polygons.flat().map((ring) => ring.map(([x, y]): Position => [rounded(x), rounded(y)])),
    );
  }
  return { shapes, pointsRead, pointsKept: countPoints(kept) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

/** A topology keeps each border once; unfolded it is an ordinary collection. */
function toCollection(value: unknown): Collection {
  let unfolded = value;
  if (isTopology(value)) {
    const objects = Object.values(value.objects);
    const [first] = objects;
    if (first === undefined || objects.length > 1) throw unreadable("objects");
    try {
      unfolded = feature(value, first);
    } catch {
      throw unreadable("arcs");
    }
  }
  const parsed = collectionSchema.safeParse(unfolded);
  if (!parsed.success) throw unreadable(parsed.error.issues[0]?.path.join("."));
  return parsed.data;
}

const topologySchema = z.looseObject({
  type: z.literal("Topology"),
  arcs: z.array(z.array(z.array(z.number()).min(2))),
  objects: z.record(z.string(), z.looseObject({ type: z.literal("GeometryCollection") })),
});

function isTopology(value: unknown): value is Topology<Objects<{ code?: unknown }>> {
  return topologySchema.safeParse(value).success;
}

/** Takes the least telling points off the borders, the same ones on both sides. Visvalingam 1993. */
function simplified(collection: Collection, share: number): Collection {
  const plain: FeatureCollection = {
    type: "FeatureCollection",
    features: collection.features.map(({ properties, geometry }) => ({
      type: "Feature",
      properties: { code: properties.code },
      geometry,
    })),
  };
  const folded: unknown = topology({ units: plain });
  if (!isTopology(folded)) throw unreadable("arcs");
  const weighted = presimplify(folded);
  const weights = weighted.arcs
    .flat()
    .map(([, , weight = 0]) => weight)
    .sort((a, b) => b - a);
  return toCollection(simplify(weighted, weights[Math.floor(share * weights.length)]));
}

function countPoints({ features }: Collection): number {
  return features.reduce(
    (sum, { geometry }) => sum + geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 2).length,
    0,
  );
}

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}

function unreadable(at: string = ""): AppError {
  return new AppError("boundariesUnreadable", at === "" ? {} : { at });
}
