import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawMap } from "@/lib/insight/draw-map";
import { readBoundaryFile } from "@/server/boundaries/read-boundary-file";

const REFERENCE = ["../shared/reference", "../../shared/reference"].find((folder) => existsSync(folder)) ?? "";

function collection(...features: readonly (readonly [string | number, unknown])[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map(([code, coordinates]) => ({
      type: "Feature",
      properties: { code, name: "bỏ qua" },
      geometry: { type: "Polygon", coordinates },
    })),
  });
}

function square(x: number, y: number, side = 1): number[][][] {
  return [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ];
}

const UNREADABLE = { code: "boundariesUnreadable" };

describe("a file of boundaries", () => {
  test("GeoJSON by unit code, numbers and several rings too", () => {
    const { shapes, pointsRead, pointsKept } = readBoundaryFile(
      collection(["547", square(108, 13)], [548, [...square(109, 13, 3), ...square(110, 14)]]),
    );
    expect([...shapes.keys()]).toEqual(["547", "548"]);
    expect(shapes.get("548")).toHaveLength(2);
    expect([pointsRead, pointsKept]).toEqual([15, 15]);
  });

  test.each([
    ["no JSON", "{"],
    ["something else", "[]"],
    ["no unit", collection()],
    ["no code", collection(["", square(0, 0)])],
    ["a code twice", collection(["1", square(0, 0)], ["1", square(2, 2)])],
    ["metres instead of degrees", collection(["1", square(583_000, 1_520_000)])],
    ["a ring that is not closed", collection(["1", [square(0, 0)[0]?.slice(0, 4)]])],
    [
      "a line",
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            properties: { code: "1" },
            geometry: {
              type: "LineString",
              coordinates: [
                [0, 0],
                [1, 1],
              ],
            },
          },
        ],
      }),
    ],
    [
      "a topology of missing arcs",
      JSON.stringify({
        type: "Topology",
        arcs: [],
        objects: {
          x: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[7]], properties: { code: "1" } }] },
        },
      }),
    ],
  ])("refused: %s", (_, text) => {
    expect(() => readBoundaryFile(text)).toThrowError(expect.objectContaining(UNREADABLE));
  });

  test("a file of too many points is simplified, and neighbours keep one border", () => {
    const side = 12_000;
    const wave = Array.from({ length: side + 1 }, (_, index) => [109 + 0.01 * Math.sin(index), 13 + index / side]);
    const west = [[[108, 13], ...wave, [108, 14], [108, 13]]];
    const east = [[[110, 13], ...wave, [110, 14], [110, 13]]];
    const { shapes, pointsRead, pointsKept } = readBoundaryFile(collection(["1", west], ["2", east]));
    expect(pointsRead).toBeGreaterThan(24_000);
    expect(pointsKept).toBeLessThan(16_000);
    const inner = (code: string): string[] =>
      (shapes.get(code) ?? [])
        .flat()
        .map(String)
        .filter((point) => point.startsWith("109") || point.startsWith("108.9"));
    expect(new Set(inner("1"))).toEqual(new Set(inner("2")));
  });

  test.skipIf(REFERENCE === "").each([
    ["binh-dinh-districts", 11],
    ["gia-lai-2025-communes", 135],
  ])("the reference file %s draws in less than 100 KB", (name, count) => {
    const { shapes } = readBoundaryFile(readFileSync(`${REFERENCE}/${name}.topojson`, "utf8"));
    expect(shapes.size).toBe(count);
    const drawing = drawMap([...shapes.values()].map((shape, unitId) => ({ unitId, shape })));
    expect(drawing?.areas).toHaveLength(count);
    expect(drawing?.areas.every(({ path, room }) => path.length > 10 && room > 0)).toBe(true);
    expect(drawing?.areas.map(({ path }) => path).join("").length).toBeLessThan(100_000);
  });
});
