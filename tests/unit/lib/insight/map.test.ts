import { describe, expect, test } from "vitest";
import { drawMap } from "@/lib/insight/draw-map";
import { heatOf } from "@/lib/insight/heat";
import { followsGround, tileBlocks } from "@/lib/insight/tile-layout";

const TARGET = { thresholdBp: 9500, mustExceed: false };

function unit(code: string, parentCode: string) {
  return { code, parentCode, parentName: `Huyện ${parentCode}` };
}

describe("tiles", () => {
  test("no two units share a place, whatever is known of them", () => {
    const districts = ["540", "542", "543", "544", "545", "546", "547", "548", "549", "550", "551", "999", "998"];
    const communes = districts.flatMap((code) =>
      Array.from({ length: 14 }, (_, index) => unit(`${code}${index}`, code)),
    );
    for (const units of [districts.map((code) => unit(code, "52")), communes, communes.slice(0, 14)]) {
      const blocks = tileBlocks(units);
      expect(new Set(blocks.map(({ column, row }) => `${column} ${row}`)).size).toBe(blocks.length);
      for (const { tiles } of blocks)
        expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length);
      expect(
        blocks
          .flatMap(({ tiles }) => tiles)
          .map(({ unit: { code } }) => code)
          .sort(),
      ).toEqual(units.map(({ code }) => code).sort());
    }
  });

  test("only what has a place set by hand claims to follow the ground", () => {
    expect(followsGround([unit("547", "52")])).toBe(true);
    expect(followsGround([unit("21808", "547")])).toBe(true);
    expect(followsGround([unit("07201", "213")])).toBe(false);
  });
});

describe("shapes", () => {
  const square = (x: number, y: number) => [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ] as [number, number][],
  ];

  test("north is up, east is right, and the label stands inside", () => {
    const drawing = drawMap([
      { unitId: 1, shape: square(108, 14) },
      { unitId: 2, shape: square(109, 13) },
      { unitId: 3, shape: null },
    ]);
    const [north, south] = drawing?.areas ?? [];
    expect(drawing?.areas).toHaveLength(2);
    expect(north?.y).toBeLessThan(south?.y ?? 0);
    expect(north?.x).toBeLessThan(south?.x ?? 0);
    expect(north?.room).toBeGreaterThan(400);
    expect(north?.path).toMatch(/^M0,\d+l[\d, -]+z$/);
  });

  test("nothing to draw is null", () => {
    expect(drawMap([])).toBeNull();
    expect(drawMap([{ unitId: 1, shape: null }])).toBeNull();
  });
});

test.each([
  [{ ok: 95, of: 100 }, "met"],
  [{ ok: 94, of: 100 }, "near"],
  [{ ok: 90, of: 100 }, "far"],
  [{ ok: 80, of: 100 }, "worst"],
  [null, "none"],
] as const)("%o is %s", (rate, heat) => {
  expect(heatOf(rate, TARGET)).toBe(heat);
});
