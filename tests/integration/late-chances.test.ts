import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { CHANCE_MODEL, FEWEST_SEEN } from "@/lib/insight/late-chances";
import { parseDay } from "@/lib/sla";
import { findLateChances } from "@/server/chances/find-late-chances";
import { keepLateChances } from "@/server/chances/keep-late-chances";
import { queryRows } from "@/server/db";
import { recomputeDossiers } from "@/server/mutations/recompute-dossiers";
import { undoImport } from "@/server/mutations/undo-import";
import { getMonthForecast } from "@/server/queries/get-month-forecast";
import { listDossiers } from "@/server/queries/list-dossiers";
import { closure, publishEdits } from "../support/calendar-edits";
import { testDatabaseUrl, withClient } from "../support/database";
import { randomRows } from "../support/random-dossiers";
import { importRows, type ListRow, makeProvince, type SmallProvince } from "../support/small-province";

const AS_OF = parseDay("2020-12-31");
const LIST = { from: AS_OF, to: AS_OF, restOf: null, fieldId: null, channel: null, page: 1 } as const;

let province: SmallProvince;
let office: Viewer;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`chances-${made}`);
  office = province.viewer("P", "province_office");
});

/** What is kept must be what the dossiers tell when they are asked anew. */
async function expectRecounted(): Promise<number> {
  await keepLateChances(office);
  const { asOf, chances } = await findLateChances(office);
  const kept = await queryRows(
    `SELECT unit_id AS "unitId", procedure_id AS "procedureId", due_on AS "dueOn", chance, is_thin AS "isThin", as_of AS "asOf"
       FROM late_chance WHERE province_id = $1 ORDER BY 1, 2, 3`,
    [province.id],
  );
  expect(kept).toEqual(chances.map((found) => ({ ...found, asOf })));
  return kept.length;
}

const stamp = async () =>
  queryRows("SELECT version, xmin::text FROM late_chance_state WHERE province_id = $1", [province.id]);

/** Twenty-five dossiers of every kind of end, and then some that are open. */
function rowsOf(unit: string, code: string): ListRow[] {
  const row = (index: number, due: string, finished: string): ListRow => ({
    "Mã hồ sơ": `H99-${code}-${String(index).padStart(3, "0")}`,
    "Đơn vị tiếp nhận": unit,
    "Mã thủ tục": "1.000001",
    "Trạng thái": finished === "" ? "Đang xử lý" : "Đã trả kết quả",
    Kênh: "Trực tiếp",
    "Ngày nhận": "02/11/2020",
    "Ngày hẹn trả": due,
    "Ngày kết thúc xử lý": finished,
    "Ngày tạm dừng": "",
  });
  const ended = Array.from({ length: 2 * FEWEST_SEEN }, (_, index) =>
    row(index, "20/11/2020", `${12 + (index % 16)}/11/2020`),
  );
  return [...ended, row(900, "05/01/2021", ""), row(901, "08/01/2021", ""), row(902, "01/12/2020", "")];
}

describe("kept chances of becoming late", () => {
  test("are what a recount finds: after imports, an undo, a recomputation and a change of the calendar", async () => {
    expect(await expectRecounted()).toBe(0);
    await importRows(province, randomRows(600, 1).slice(0, 400), { asOf: "2020-12-20T17:00:00+07:00" });
    const first = await expectRecounted();
    expect(first).toBeGreaterThan(0);
    const { batch } = await importRows(province, randomRows(600, 1));
    const second = await expectRecounted();
    await undoImport(office, { batchId: batch });
    expect(await expectRecounted()).toBe(first);
    await importRows(province, randomRows(600, 1));
    expect(await expectRecounted()).toBe(second);
    await publishEdits(province, closure(province, "A", "2021-01-04"));
    await expectRecounted();
    await recomputeDossiers(office, { dryRun: false });
    await expectRecounted();
  });

  test("are found once for as long as nothing changes", async () => {
    await importRows(province, randomRows(100, 2));
    await Promise.all(Array.from({ length: 20 }, () => keepLateChances(office)));
    const before = await stamp();
    await keepLateChances(office);
    expect(await stamp()).toEqual(before);
    await importRows(province, randomRows(120, 2));
    await keepLateChances(office);
    expect(await stamp()).not.toEqual(before);
  });

  test("of another model are found anew, though no dossier changed", async () => {
    await importRows(province, randomRows(100, 2));
    await keepLateChances(office);
    await queryRows("UPDATE late_chance_state SET model = $2 WHERE province_id = $1", [province.id, CHANCE_MODEL - 1]);
    await queryRows("UPDATE late_chance SET chance = 0.5 WHERE province_id = $1", [province.id]);
    // Something else changes: this process, too, must look again.
    await queryRows("UPDATE province SET name = name WHERE id = $1", [province.id]);
    expect(await expectRecounted()).toBeGreaterThan(0);
    expect(await queryRows("SELECT model FROM late_chance_state WHERE province_id = $1", [province.id])).toEqual([
      { model: CHANCE_MODEL },
    ]);
  });

  test("of before a change stand in a list that says so, until the new ones are found", async () => {
    await importRows(province, [...rowsOf("Xã Hòa Sơn", "A"), ...rowsOf("Phường Một", "B")]);
    const ask = async () => listDossiers(office, { ...LIST, unitId: office.unitId, sort: "code", measure: "inTime" });
    const first = await ask();
    expect(first).toMatchObject({ total: 4, tellsChance: true, chancesAreOld: false });
    await withClient(testDatabaseUrl(), async (other) => {
      // Another process finds them just now.
      await other.query("SELECT pg_advisory_lock(7254103, $1)", [province.id]);
      const [row] = rowsOf("Xã Hòa Sơn", "C").slice(-3);
      await importRows(province, row ? [row] : []);
      const meanwhile = await ask();
      expect(meanwhile).toMatchObject({ total: 5, tellsChance: true, chancesAreOld: true });
      const chances = new Map(first.rows.map(({ code, lateChance }) => [code, lateChance]));
      for (const { code, lateChance } of meanwhile.rows) {
        if (chances.has(code)) expect(lateChance).toBe(chances.get(code));
      }
      await other.query("SELECT pg_advisory_unlock(7254103, $1)", [province.id]);
    });
    await expectRecounted();
    const last = await ask();
    expect(last).toMatchObject({ total: 5, chancesAreOld: false });
    expect(last.rows.map(({ lateChance }) => lateChance)).not.toContain(null);
  });

  test("stand in the lists of dossiers in time, of the newest day only, and order them", async () => {
    await importRows(province, [...rowsOf("Xã Hòa Sơn", "A"), ...rowsOf("Phường Một", "B")]);
    const list = { ...LIST, unitId: office.unitId, sort: "lateChance" } as const;
    const open = await listDossiers(office, { ...list, measure: "open" });
    expect(open).toMatchObject({ total: 6, tellsChance: true });
    const chances = open.rows.map(({ lateChance }) => lateChance);
    const told = chances.filter((chance) => chance !== null);
    expect(told).toHaveLength(4);
    expect(chances.slice(4)).toEqual([null, null]);
    expect(told).toEqual([...told].sort((a, b) => b - a));
    expect(told.every((chance) => chance > 0 && chance < 1)).toBe(true);
    expect(open.rows.slice(4).map((row) => row.class)).toEqual(["overdue", "overdue"]);

    const past = await listDossiers(office, { ...list, to: parseDay("2020-12-30"), measure: "open" });
    expect(past.tellsChance).toBe(false);
    expect(past.rows.map(({ lateChance }) => lateChance)).toEqual([null, null, null, null, null, null]);
  });

  test("add up to the forecast of the month, of a commune as of the province", async () => {
    await importRows(province, [...rowsOf("Xã Hòa Sơn", "A"), ...rowsOf("Phường Một", "B")]);
    const commune = province.viewer("A1");
    const [all, own] = [await getMonthForecast(office, office.unitId), await getMonthForecast(commune, commune.unitId)];
    expect(all).toMatchObject({ met: 0, missed: 0, open: 4, rate: null });
    expect(all?.risky).toHaveLength(4);
    expect(own).toMatchObject({ open: 2 });
    const list = await listDossiers(commune, {
      ...LIST,
      unitId: commune.unitId,
      measure: "inTime",
      sort: "lateChance",
    });
    expect(own?.risky.map(({ id, probability }) => [id, probability])).toEqual(
      list.rows.map(({ id, lateChance }) => [id, lateChance]),
    );
  });
});
