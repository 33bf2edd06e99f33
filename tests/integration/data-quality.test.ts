import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import { QUALITY_CHECKS, type QualityCheck } from "@/lib/quality-checks";
import { addDays, parseDay } from "@/lib/sla";
import { queryRows } from "@/server/db";
import { countDossiers } from "@/server/queries/count-dossiers";
import { type DataQuality, getDataQuality, type QualityRow } from "@/server/queries/get-data-quality";
import { listDossiers } from "@/server/queries/list-dossiers";
import { streamDossierList } from "@/server/queries/stream-dossier-list";
import { randomRows } from "../support/random-dossiers";
import { importRows, type ListRow, makeProvince, type SmallProvince } from "../support/small-province";

const JUNE = { from: parseDay("2020-06-01"), to: parseDay("2020-06-30") };
const AS_OF = { asOf: "2020-06-30T23:59:59+07:00" };
const LIST = { restOf: null, fieldId: null, channel: null, sort: "code", page: 1 } as const;
const TIMES = 10;

function row(code: string, cells: ListRow): ListRow {
  return {
    "Mã hồ sơ": code,
    "Đơn vị tiếp nhận": "Xã Hòa Sơn",
    "Mã thủ tục": "1.000001",
    "Trạng thái": "Ngày kết thúc xử lý" in cells ? "Đã xử lý xong" : "Đang xử lý",
    "Ngày nhận": "01/06/2020",
    "Ngày hẹn trả": "",
    "Ngày kết thúc xử lý": "",
    "Ngày tạm dừng": "",
    "Ngày tiếp tục": "",
    "Lý do tạm dừng": "",
    "Ngày trả kết quả": "",
    ...cells,
  };
}

function times(code: string, unit: string, cells: (index: number) => ListRow): ListRow[] {
  return Array.from({ length: TIMES }, (_, index) =>
    row(`${code}-${index}`, { "Đơn vị tiếp nhận": unit, ...cells(index) }),
  );
}

function paused(from: string, until: string): ListRow {
  return {
    "Ngày nhận": "20/04/2020",
    "Ngày tạm dừng": from,
    "Ngày tiếp tục": until,
    "Lý do tạm dừng": "Yêu cầu bổ sung giấy tờ",
  };
}

const RETURNED = { "Trạng thái": "Công dân yêu cầu rút hồ sơ" };

/** Each check on both sides of its limits; the found ones say so in their code. */
const ROWS: readonly ListRow[] = [
  row("closedWithoutResult-found", { "Ngày kết thúc xử lý": "23/06/2020" }),
  row("closedWithoutResult-young", { "Ngày kết thúc xử lý": "24/06/2020" }),
  row("closedWithoutResult-given", { "Ngày kết thúc xử lý": "23/06/2020", "Ngày trả kết quả": "24/06/2020" }),
  ...times("closedAtDeadline-found", "Thị trấn An Khê", () => ({
    "Ngày hẹn trả": "10/06/2020",
    "Ngày kết thúc xử lý": "10/06/2020",
  })),
  ...times("closedAtDeadline-nine", "Phường Một", (index) => ({
    "Ngày hẹn trả": index === 0 ? "11/06/2020" : "10/06/2020",
    "Ngày kết thúc xử lý": "10/06/2020",
  })),
  ...times("closedAtEvening-found", "Thị trấn An Khê", () => ({ "Ngày kết thúc xử lý": "12/06/2020 17:00" })),
  row("closedAtEvening-afternoon", {
    "Đơn vị tiếp nhận": "Thị trấn An Khê",
    "Ngày kết thúc xử lý": "12/06/2020 16:59",
  }),
  ...times("closedAtEvening-nine", "Phường Một", (index) => ({
    "Ngày kết thúc xử lý": index === 0 ? "12/06/2020 16:59" : "12/06/2020 19:30",
  })),
  row("dueMovedLate-found", paused("09/06/2020", "12/06/2020")),
  row("dueMovedLate-on-the-day", paused("08/06/2020", "12/06/2020")),
  row("dueMovedLate-earlier", paused("09/06/2020", "13/06/2020")),
  row("longPause-found", paused("02/05/2020", "02/06/2020")),
  row("longPause-thirty", paused("03/05/2020", "02/06/2020")),
  row("longPause-over-before", paused("01/05/2020", "01/06/2020")),
  row("supplementAgain-found", paused("02/06/2020", "03/06/2020")),
  row("supplementAgain-payment", paused("02/06/2020", "03/06/2020")),
  row("supplementAgain-once", paused("02/06/2020", "03/06/2020")),
  row("withdrawnLate-found", { ...RETURNED, "Ngày hẹn trả": "10/06/2020", "Ngày kết thúc xử lý": "10/06/2020" }),
  row("withdrawnLate-before", { ...RETURNED, "Ngày hẹn trả": "10/06/2020", "Ngày kết thúc xử lý": "09/06/2020" }),
  row("outsideDesk-found", { "Đơn vị tiếp nhận": "Chi nhánh Văn phòng đăng ký đất đai huyện An Bình" }),
  row("outsideDesk-desk", { "Đơn vị tiếp nhận": "Bộ phận Một cửa huyện An Bình" }),
  row("outsideDesk-commune", {}),
  // Three working days after Monday, 1 June.
  row("promiseLonger-found", { "Ngày hẹn trả": "05/06/2020" }),
  row("promiseLonger-as-allowed", { "Ngày hẹn trả": "04/06/2020" }),
  row("promiseShorter-found", { "Ngày hẹn trả": "03/06/2020" }),
  row("promiseShorter-as-allowed", { "Ngày hẹn trả": "04/06/2020" }),
];

/** What a list cannot tell: desks, further requests, the days promised before and after one. */
async function tellMore(province: SmallProvince): Promise<void> {
  await queryRows(
    "UPDATE unit SET kind = CASE level WHEN 'division' THEN 'cnvpdkdd' ELSE kind END WHERE province_id = $1",
    [province.id],
  );
  await queryRows("UPDATE unit SET kind = 'mot_cua' WHERE id = $1", [province.units["A.MC"]?.id]);
  await queryRows(
    `INSERT INTO dossier_pause (province_id, dossier_id, from_on, until_on, reason)
     SELECT province_id, id, '2020-06-10', '2020-06-11',
            (CASE WHEN code LIKE '%payment' THEN 'awaitingPayment' ELSE 'awaitingSupplement' END)::dossier_status
       FROM dossier WHERE province_id = $1 AND code IN ('supplementAgain-found', 'supplementAgain-payment')`,
    [province.id],
  );
  await queryRows(
    `UPDATE dossier_pause p SET due_before_on = '2020-06-08',
            due_after_on = (CASE WHEN d.code LIKE '%earlier' THEN '2020-06-07' ELSE '2020-06-19' END)::date
       FROM dossier d WHERE d.province_id = p.province_id AND d.id = p.dossier_id AND d.province_id = $1
        AND d.code LIKE 'dueMovedLate-%'`,
    [province.id],
  );
}

let province: SmallProvince;
let viewer: Viewer;

beforeAll(async () => {
  province = await makeProvince("quality");
  viewer = province.viewer("P", "province_office");
  expect(await importRows(province, ROWS, AS_OF)).toMatchObject({ rejected: 0 });
  await tellMore(province);
});

async function listed(check: QualityCheck, unitId: number, from = JUNE): Promise<string[]> {
  const { rows } = await listDossiers(viewer, { ...LIST, ...from, unitId, measure: check });
  return rows.map(({ code }) => code);
}

describe("each check finds what it says", () => {
  test.each(QUALITY_CHECKS)("%s", async (check) => {
    const own = ROWS.map((cells) => cells["Mã hồ sơ"] ?? "").filter((code) => code.startsWith(`${check}-`));
    const found = (await listed(check, viewer.unitId)).filter((code) => code.startsWith(`${check}-`));
    expect(found).toEqual(own.filter((code) => code.includes("-found")).sort());
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(own.length);
  });

  test("a month that is not theirs finds none of them", async () => {
    const march = { from: parseDay("2020-03-01"), to: parseDay("2020-03-31") };
    for (const check of QUALITY_CHECKS) {
      expect(await listed(check, viewer.unitId, march), check).toEqual([]);
    }
  });
});

function rowOf(quality: DataQuality, code: string): QualityRow | undefined {
  return quality.rows.find(({ unitId }) => unitId === province.units[code]?.id);
}

describe("what a source does not tell is not counted as none", () => {
  test("units without dossiers, and sources without the fact", async () => {
    const quality = await getDataQuality(viewer, { ...JUNE, unitId: viewer.unitId, level: "commune" });
    // Links are made from it: what else was asked for must not come back in it.
    expect(quality.period).toEqual(JUNE);
    expect(rowOf(quality, "B2")).toMatchObject({ received: 0 });
    expect(Object.values(rowOf(quality, "B2")?.counts ?? { found: 0 })).toEqual(QUALITY_CHECKS.map(() => null));
    expect(rowOf(quality, "B1")?.counts).toMatchObject({ closedAtEvening: 0, longPause: 0, dueMovedLate: 0 });

    const silent = await makeProvince("quality-silent");
    await importRows(silent, [row("H1", {}), row("H2", { "Ngày kết thúc xử lý": "10/06/2020" })], AS_OF);
    const office = silent.viewer("P", "province_office");
    const { total } = await getDataQuality(office, { ...JUNE, unitId: office.unitId, level: "commune" });
    expect(total.received).toBe(2);
    expect(total.counts).toMatchObject({
      closedAtDeadline: 0,
      withdrawnLate: 0,
      promiseLonger: 0,
      closedWithoutResult: null,
      closedAtEvening: null,
      dueMovedLate: null,
      longPause: null,
      supplementAgain: null,
      outsideDesk: null,
    });
    const list = await listDossiers(office, {
      ...LIST,
      ...JUNE,
      unitId: office.unitId,
      measure: "closedWithoutResult",
    });
    expect(list.total).toBe(0);
  });
});

describe("each number is the length of its list", () => {
  test("for any period and level: rows, rest and total", async () => {
    const many = await makeProvince("quality-numbers");
    await importRows(many, randomRows(2000, 21));
    await tellMore(many);
    const office = many.viewer("P", "province_office");
    const day = fc.integer({ min: -20, max: 380 }).map((offset) => addDays(parseDay("2020-01-01"), offset));
    const length = fc.integer({ min: 0, max: 300 });
    const level = fc.constantFrom<RankingLevel>("district", "commune", "department", "division");
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(day, length, level, async (from, days, shown) => {
        const span = { from, to: addDays(from, days) };
        const { rows, rest, total } = await getDataQuality(office, { ...span, unitId: office.unitId, level: shown });
        const parts = [...rows, ...(rest === null ? [] : [rest])];
        for (const part of [...parts, { ...total, unitId: office.unitId }]) {
          const filter = { ...LIST, ...span, unitId: part.unitId ?? office.unitId };
          const restOf = part.unitId === null ? shown : null;
          for (const check of QUALITY_CHECKS) {
            const input = { ...filter, restOf, measure: check } as const;
            // The number above the list may be the page's own; its rows are those of the file.
            const { total: length } = await streamDossierList(office, { ...input, withOfficers: false });
            expect(length, check).toBe(part.counts[check] ?? 0);
            expect(await countDossiers(office, input), check).toBe(length);
            counted += length;
          }
          expect(await countDossiers(office, { ...filter, restOf, measure: "received" })).toBe(part.received);
        }
        for (const check of QUALITY_CHECKS) {
          expect(parts.reduce((sum, part) => sum + (part.counts[check] ?? 0), 0)).toBe(total.counts[check] ?? 0);
        }
      }),
      { numRuns: 12, seed: 3 },
    );
    expect(counted).toBeGreaterThan(500);
  });
});
