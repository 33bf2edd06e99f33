import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { parseDay } from "@/lib/sla";
import { queryRows } from "@/server/db";
import { importBoundaries } from "@/server/mutations/import-boundaries";
import { getMapUnits } from "@/server/queries/get-map-units";
import { getTrend } from "@/server/queries/get-trend";
import { listBoundarySets } from "@/server/queries/list-boundary-sets";
import { makeProvince, type SmallProvince } from "../support/small-province";

const ON = parseDay("2020-10-31");

let home: SmallProvince;
let admin: Viewer;

function fileOf(codes: readonly string[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: codes.map((code, index) => ({
      type: "Feature",
      properties: { code },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [index, 13],
            [index + 1, 13],
            [index + 1, 14],
            [index, 13],
          ],
        ],
      },
    })),
  });
}

async function shapedCodes(viewer: Viewer, unitId: number, level: "district" | "commune"): Promise<string[]> {
  const units = await getMapUnits(viewer, { unitId, level, on: ON });
  return units.filter(({ shape }) => shape !== null).map(({ code }) => code);
}

beforeAll(async () => {
  home = await makeProvince("ranh-gioi");
  admin = home.viewer("P", "admin");
});

describe("boundaries of a province", () => {
  test("are matched by code; what is unknown or missing is told", async () => {
    const outcome = await importBoundaries(admin, { fileName: "a.json", text: fileOf(["A1", "B2", "Z9"]), on: ON });
    expect(outcome).toMatchObject({ matched: 2, unknownCodes: ["Z9"], missing: ["Phường Một", "Thị trấn An Khê"] });
    expect(await shapedCodes(admin, home.units.P?.id ?? 0, "commune")).toEqual(["A1", "B2"]);
    const audit = await queryRows<{ details: { matched: number } }>(
      "SELECT details FROM audit_entry WHERE province_id = $1 AND action = 'importBoundaries'",
      [home.id],
    );
    expect(audit.map(({ details }) => details.matched)).toEqual([2]);
  });

  test("of one level replace those before them, and leave other levels alone", async () => {
    await importBoundaries(admin, { fileName: "b.json", text: fileOf(["A", "B"]), on: ON });
    await importBoundaries(admin, { fileName: "c.json", text: fileOf(["A2"]), on: ON });
    expect(await shapedCodes(admin, home.units.P?.id ?? 0, "district")).toEqual(["A", "B"]);
    expect(await shapedCodes(admin, home.units.P?.id ?? 0, "commune")).toEqual(["A2"]);
    const sets = await listBoundarySets(admin);
    expect(sets.map(({ level, fileName, units }) => `${level} ${fileName} ${units}`)).toEqual([
      "commune c.json 1",
      "district b.json 2",
    ]);
  });

  test("a district sees its own communes only", async () => {
    const district = home.viewer("A", "district_leader");
    expect(await shapedCodes(district, home.units.A?.id ?? 0, "commune")).toEqual(["A2"]);
    const units = await getMapUnits(district, { unitId: home.units.A?.id ?? 0, level: "commune", on: ON });
    expect(units.map(({ code, parentCode }) => `${code} ${parentCode}`)).toEqual(["A1 A", "A2 A"]);
  });

  test("nothing is written when no code is known, or by whoever is no administrator", async () => {
    const unknown = importBoundaries(admin, { fileName: "d.json", text: fileOf(["Z9"]), on: ON });
    await expect(unknown).rejects.toMatchObject({ code: "boundariesUnknown" });
    const clerk = home.viewer("P", "province_office");
    const input = { fileName: "e.json", text: fileOf(["A1"]), on: ON };
    await expect(importBoundaries(clerk, input)).rejects.toMatchObject({ code: "notFound" });
    expect(await shapedCodes(admin, home.units.P?.id ?? 0, "commune")).toEqual(["A2"]);
  });
});

test("a file of another time is refused: its codes may be other units' today", async () => {
  await queryRows("UPDATE unit SET valid_until = '2020-07-01' WHERE province_id = $1 AND code IN ('B1', 'B2')", [
    home.id,
  ]);
  const text = fileOf(["A1", "B1", "B2"]);
  const late = importBoundaries(admin, { fileName: "f.json", text, on: ON });
  await expect(late).rejects.toMatchObject({ code: "boundariesOtherDay" });
  expect(await importBoundaries(admin, { fileName: "f.json", text, on: parseDay("2020-06-30") })).toMatchObject({
    matched: 3,
    unknownCodes: [],
  });
  await queryRows("UPDATE unit SET valid_until = NULL WHERE province_id = $1 AND code IN ('B1', 'B2')", [home.id]);
});

test("a trend names the months in which units began or ended", async () => {
  await queryRows("UPDATE unit SET valid_until = '2020-07-01' WHERE id = $1", [home.units.A1?.id]);
  const months = async (code: string) => {
    const trend = await getTrend(admin, { unitId: home.units[code]?.id ?? 0, to: ON, months: 12, formula: "resolved" });
    return trend.flatMap(({ period, changes = [] }) => changes.map((change) => ({ month: period.from, ...change })));
  };
  const ended = { month: "2020-07-01", on: "2020-07-01", began: 0, ended: 1 };
  expect(await months("A")).toEqual([{ ...ended, isItself: false }]);
  expect(await months("A1")).toEqual([{ ...ended, isItself: true }]);
  expect(await months("B")).toEqual([]);
});
