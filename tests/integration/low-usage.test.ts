import { beforeAll, expect, test } from "vitest";
import { loadRankingPage } from "@/app/(dashboard)/ranking/load-ranking-page";
import { DEFAULT_TARGET } from "@/lib/filters";
import { lowUsageOf } from "@/lib/insight/low-usage";
import { DEFAULT_CHOICE } from "@/lib/ranking-choice";
import { addDays, parseDay, received } from "@/lib/sla";
import { importRows, type ListRow, makeProvince, PROCEDURES, type SmallProvince } from "../support/small-province";

let province: SmallProvince;

/** One dossier a day, each resolved the next day. */
function oneADay(unit: string, prefix: string, from: string, days: number): ListRow[] {
  const vietnamese = (day: string): string => day.split("-").reverse().join("/");
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(parseDay(from), index);
    return {
      "Mã hồ sơ": `${prefix}-${String(index).padStart(4, "0")}`,
      "Đơn vị tiếp nhận": unit,
      "Mã thủ tục": PROCEDURES[0].code,
      "Trạng thái": "Đã trả kết quả",
      "Ngày nhận": vietnamese(day),
      "Ngày hẹn trả": vietnamese(addDays(day, 5)),
      "Ngày kết thúc xử lý": vietnamese(addDays(day, 1)),
    };
  });
}

beforeAll(async () => {
  province = await makeProvince("low-usage");
  const rows = [
    ...oneADay("Xã Hòa Sơn", "A1", "2020-01-01", 360),
    // It went back to paper in July, but for its first four days.
    ...oneADay("Thị trấn An Khê", "A2", "2020-01-01", 186),
    ...oneADay("Phường Một", "B1", "2020-06-01", 200),
  ];
  expect(await importRows(province, rows)).toMatchObject({ rejected: 0 });
});

test("a unit that took in a dossier a day and then hardly any is found by its own past", async () => {
  const viewer = province.viewer("P", "province_office");
  const load = (from: string, to: string) =>
    loadRankingPage(
      viewer,
      {
        unit: "P",
        level: "commune",
        from: parseDay(from),
        to: parseDay(to),
        formula: "resolved",
        target: DEFAULT_TARGET,
      },
      DEFAULT_CHOICE,
    );
  const { expected, ranking } = await load("2020-07-01", "2020-08-31");
  const idOf = (code: string): number => province.units[code]?.id ?? 0;
  expect(Object.fromEntries(expected)).toEqual({
    [idOf("A1")]: 62,
    [idOf("A2")]: 62,
    // 30 dossiers in 182 days.
    [idOf("B1")]: 10,
    [idOf("B2")]: 0,
  });
  const low = lowUsageOf(
    ranking.rows.filter(({ unitId }) => unitId !== idOf("B2")),
    ({ tally }) => received(tally),
    ({ unitId }) => expected.get(unitId ?? 0) ?? null,
  );
  expect(low.map(({ item, received: count, expected: usual }) => [item.code, count, usual])).toEqual([["A2", 4, 62]]);
  // In March two months tell, which is too few.
  expect((await load("2020-03-01", "2020-03-31")).expected.size).toBe(0);
  // A period after the newest data has no day to count.
  expect((await load("2021-03-01", "2021-03-31")).expected.size).toBe(0);
});
