import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_TARGET, type RankingLevel } from "@/lib/filters";
import { formatRate } from "@/lib/format";
import { missingToTarget, parseDay, type Rate, received, type Tally } from "@/lib/sla";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { queryRows } from "@/server/db";
import { getRanking, type RankingRow } from "@/server/queries/get-ranking";
import { getTalliesByCut } from "@/server/queries/get-tallies-by-cut";
import { UNIT_CUTS } from "@/lib/unit-cuts";
import { loadDemo } from "../../seeds/load-demo";
import { BAC_GIANG_2023, BINH_DINH_2020, KON_TUM_2023, TAY_SON_2020 } from "../support/published-figures";

const LOADING_MS = 180_000;

beforeAll(async () => {
  await loadDemo({ folder: await mkdtemp(join(tmpdir(), "demo-")), onProgress: () => {} });
}, LOADING_MS);

async function viewerOf(key: string): Promise<Viewer> {
  const [province] = await queryRows<{ id: number }>("SELECT id FROM province WHERE key = $1", [key]);
  return operatorViewer(province?.id ?? 0);
}

async function rank(key: string, code: string, level: RankingLevel, from: string, to: string) {
  const period = { from: parseDay(from), to: parseDay(to) };
  return getRanking(await viewerOf(key), {
    ...period,
    unit: { code },
    level,
    formula: "resolved",
    target: DEFAULT_TARGET,
  });
}

const lateShare = ({ tally, rate }: RankingRow): Rate => rate && { ok: tally.late, of: rate.of };
const names = (rows: readonly RankingRow[]) =>
  rows.map((row) => row.name).sort((a, b) => (a ?? "").localeCompare(b ?? "", "vi"));

describe("Tây Sơn, 10 tháng đầu năm 2020", () => {
  const figures = TAY_SON_2020;
  const ranking = () => rank("binh-dinh", figures.district, "commune", figures.from, figures.to);

  test("1.157 trễ hạn trên 19.150, đúng hạn 93,96%, thiếu 200 hồ sơ", async () => {
    const { total } = await ranking();
    expect(total.rate?.of).toBe(figures.resolved);
    expect(total.tally.late).toBe(figures.late);
    expect(formatRate(total.rate, DEFAULT_TARGET)).toBe(figures.onTimePercent);
    expect(formatRate(lateShare(total), DEFAULT_TARGET)).toBe(figures.latePercent);
    expect(total.meetsTarget).toBe(false);
    expect(missingToTarget(total.rate, DEFAULT_TARGET)).toBe(figures.missingTo95);
  });

  test.each(UNIT_CUTS)("by %s: the rows add up to 19.150 and 1.157", async (cut) => {
    const { unit, period } = await ranking();
    const rows = await getTalliesByCut(await viewerOf("binh-dinh"), { ...period, unitId: unit.id, cut });
    const sum = (count: (tally: Tally) => number) => rows.reduce((total, { tally }) => total + count(tally), 0);
    expect(sum(({ early, onTime, late }) => early + onTime + late)).toBe(figures.resolved);
    expect(sum(({ late }) => late)).toBe(figures.late);
  });

  test("six communes above 5% late, as printed, and no seventh", async () => {
    const { rows } = await ranking();
    const above = rows.filter(({ tally, rate }) => rate !== null && tally.late * 20 > rate.of);
    const printed = Object.fromEntries(above.map((row) => [row.name, formatRate(lateShare(row), DEFAULT_TARGET)]));
    expect(printed).toEqual(figures.lateAbove5);
    expect(rows).toHaveLength(15);
  });

  test("five communes with low volume, and no other at or below 570 received", async () => {
    const { rows } = await ranking();
    const low = rows.filter((row) => received(row.tally) <= 570);
    expect(Object.fromEntries(low.map((row) => [row.name, received(row.tally)]))).toEqual(figures.lowVolume);
  });
});

describe("Bình Định, đến ngày 30/10/2020", () => {
  test.each([BINH_DINH_2020.to, "2020-10-31"])("seven districts below 95%, four at or above (to %s)", async (to) => {
    const { rows } = await rank("binh-dinh", BINH_DINH_2020.province, "district", BINH_DINH_2020.from, to);
    expect(rows).toHaveLength(BINH_DINH_2020.districts);
    const below = rows.filter((row) => row.meetsTarget === false);
    expect(names(below)).toEqual([...BINH_DINH_2020.below95].sort((a, b) => a.localeCompare(b, "vi")));
  });
});

describe("thành phố Bắc Giang, 2023", () => {
  test.each(Object.entries(BAC_GIANG_2023.overdueOn))("quá hạn ngày %s: %i", async (to, overdue) => {
    const { total, asOf } = await rank("bac-giang", BAC_GIANG_2023.city, "commune", `${to.slice(0, 8)}01`, to);
    expect({ asOf, overdue: total.tally.overdue }).toEqual({ asOf: to, overdue });
  });
});

describe("Kon Tum, tháng 01/2023", () => {
  test("273 đã giải quyết quá hạn, 710 đang giải quyết quá hạn, over departments and districts", async () => {
    const figures = KON_TUM_2023;
    const byDepartment = await rank("kon-tum", figures.province, "department", figures.from, figures.to);
    expect(byDepartment.total.tally).toMatchObject({ late: figures.resolvedLate, overdue: figures.openOverdue });
    const withLate = byDepartment.rows.filter((row) => row.tally.late + row.tally.overdue > 0);
    expect(withLate.length).toBeGreaterThan(5);
  });
});
