import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDay } from "@/lib/sla";
import { queryRows } from "@/server/db";
import { beginMovements, gatherMovements, postMovements } from "@/server/ledger/post-movements";
import { verify } from "@/server/ledger/verify";
import { previewCalendar } from "@/server/mutations/preview-calendar";
import { recomputeDossiers } from "@/server/mutations/recompute-dossiers";
import { getCalendar } from "@/server/queries/get-calendar";
import { movedIn } from "@/server/recompute/effect";
import {
  CLOSED_ON,
  closure,
  publishEdits,
  type StoredDueDay,
  storedDueDays,
  undoLast,
} from "../support/calendar-edits";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const OPTIONS = { seed: 7, samples: 4 };

let province: SmallProvince;
let start: StoredDueDay[];

const office = () => province.viewer("P", "province_office");

async function differences() {
  return (await verify(office(), OPTIONS)).differences;
}

const moved = (before: readonly StoredDueDay[], after: readonly StoredDueDay[]): StoredDueDay[] =>
  before.filter((row, at) => row.computed_due_on !== after[at]?.computed_due_on);

beforeAll(async () => {
  province = await makeProvince("calendar");
  await importRows(province, randomRows(900, 11));
  start = await storedDueDays(province);
});

describe("a local closure of one district", () => {
  test("moves its open and later-due dossiers, no promise, no verdict; undone, all is as before", async () => {
    const preview = await previewCalendar(office(), { edits: [closure(province, "A")] });
    expect(await storedDueDays(province)).toEqual(start);
    expect((await getCalendar(office())).version).toBe(1);

    const published = await publishEdits(province, closure(province, "A"));
    expect(published.effect.total).toEqual(preview.effect.total);
    const after = await storedDueDays(province);
    const touched = moved(start, after);
    const district = ["A", "A.MC", "A.DD", "A1", "A2"].map((code) => province.units[code]?.id);
    expect(touched.length).toBeGreaterThan(5);
    expect(touched.some((row) => row.is_open)).toBe(true);
    for (const row of touched) {
      expect(district).toContain(row.unit_id);
      expect(row.received_on <= CLOSED_ON && CLOSED_ON <= (row.computed_due_on ?? "")).toBe(true);
    }
    const { openLater, finishedLater, openEarlier, finishedEarlier, verdicts } = published.effect.total;
    expect(openLater).toBe(touched.filter((row) => row.is_open).length);
    expect(openLater + finishedLater).toBe(touched.length);
    expect([openEarlier, finishedEarlier, verdicts]).toEqual([0, 0, 0]);
    expect(after.map((row) => row.due_on)).toEqual(start.map((row) => row.due_on));
    expect(after.map((row) => row.verdict)).toEqual(start.map((row) => row.verdict));
    const ofUnits = published.units.map(({ counts }) => movedIn(counts)).reduce((sum, count) => sum + count, 0);
    expect(ofUnits).toBe(touched.length);
    expect(new Set(published.units.map((unit) => unit.districtName))).toEqual(new Set(["Huyện An Bình"]));
    expect(await differences()).toEqual([]);

    const undone = await undoLast(province);
    expect(undone.effect.after).toEqual(published.effect.before);
    expect(movedIn(undone.effect.total)).toBe(touched.length);
    expect(await storedDueDays(province)).toEqual(start);
    expect(await differences()).toEqual([]);
  });

  test("leaves every edition as it was, and tells who moved what", async () => {
    const { version, history, rows } = await getCalendar(office());
    expect(version).toBe(3);
    expect(rows).toHaveLength(2);
    expect(history.map(({ restores, added, removed }) => [restores, added, removed])).toEqual([
      [1, [], [CLOSED_ON]],
      [null, [CLOSED_ON], []],
      [null, [], []],
    ]);
    const entries = await queryRows<{ action: string; subject: string; details: { counts: object } }>(
      "SELECT action, subject, details FROM audit_entry WHERE province_id = $1 AND action LIKE '%Calendar' ORDER BY id",
      [province.id],
    );
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ["publishCalendar", "2"],
      ["undoCalendar", "3"],
    ]);
    expect(entries[0]?.details).toMatchObject({ counts: { verdicts: 0 }, before: {}, after: {}, restores: null });
  });

  test("holds for lists that are imported while it is in force", async () => {
    await publishEdits(province, closure(province, "A"));
    const row = (code: string, unit: string) => ({
      "Mã hồ sơ": code,
      "Đơn vị tiếp nhận": unit,
      "Mã thủ tục": "1.000001",
      "Trạng thái": "Đang xử lý",
      "Ngày nhận": "15/10/2020",
      "Ngày hẹn trả": "20/10/2020",
    });
    await importRows(province, [row("H99-NEW-A", "Xã Hòa Sơn"), row("H99-NEW-B", "Phường Một")]);
    const found = (await storedDueDays(province)).filter(({ code }) => code.startsWith("H99-NEW-"));
    expect(found.map((dossier) => dossier.computed_due_on)).toEqual(["2020-10-21", "2020-10-20"]);
    expect(await differences()).toEqual([]);
    await undoLast(province);
    expect((await storedDueDays(province)).find(({ code }) => code === "H99-NEW-A")?.computed_due_on).toBe(
      "2020-10-20",
    );
    expect(await differences()).toEqual([]);
  });
});

describe("days of the whole province", () => {
  test("come and go in one publication, in every unit", async () => {
    const before = await storedDueDays(province);
    await publishEdits(province, closure(province, null), { ...closure(province, null, "2020-10-24"), kind: "work" });
    const during = await storedDueDays(province);
    expect(new Set(moved(before, during).map((row) => row.unit_id)).size).toBeGreaterThan(4);
    expect(await differences()).toEqual([]);
    await publishEdits(
      province,
      { action: "remove", day: CLOSED_ON, unitId: null },
      { action: "remove", day: parseDay("2020-10-24"), unitId: null },
    );
    expect(await storedDueDays(province)).toEqual(before);
    expect(await differences()).toEqual([]);
  });

  test("a year is opened with its days, and gives due days to dossiers that had none", async () => {
    const row = {
      "Mã hồ sơ": "H99-2022",
      "Đơn vị tiếp nhận": "Xã Hòa Sơn",
      "Mã thủ tục": "1.000002",
      "Trạng thái": "Đang xử lý",
    };
    await importRows(province, [{ ...row, "Ngày nhận": "26/12/2022" }], { asOf: "2022-12-31T23:59:59+07:00" });
    const computed = async () =>
      (await storedDueDays(province)).find(({ code }) => code === "H99-2022")?.computed_due_on;
    expect(await computed()).toBeNull();
    const opened = await publishEdits(
      province,
      { action: "openYear", year: 2023 },
      closure(province, null, "2023-01-02"),
    );
    expect(opened.effect.total.dated).toBe(1);
    expect(await computed()).toBe("2023-01-17");
    expect(await differences()).toEqual([]);
    await undoLast(province);
    expect(await computed()).toBeNull();
    expect(await differences()).toEqual([]);
  });
});

describe("recompute", () => {
  test("has nothing to do when all is as the engine says", async () => {
    const { read, total } = await recomputeDossiers(office(), { dryRun: false });
    expect(read).toBe((await storedDueDays(province)).length);
    expect(Object.values(total).every((count) => count === 0)).toBe(true);
  });

  test("puts right what an older engine had said, and the ledger with it", async () => {
    const before = await storedDueDays(province);
    await judgeWrongly();
    expect((await differences()).map(({ what }) => what).sort()).toContain("verdict");
    const dry = await recomputeDossiers(office(), { dryRun: true });
    expect(dry.total).toMatchObject({ verdicts: 20 });
    const done = await recomputeDossiers(office(), { dryRun: false });
    expect(done.total).toEqual(dry.total);
    expect(await storedDueDays(province)).toEqual(before);
    expect(await differences()).toEqual([]);
  });
});

/** As an engine would have written it that called twenty early dossiers late, a day too long. */
async function judgeWrongly(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("BEGIN");
  await client.query(
    `CREATE TEMP TABLE change ON COMMIT DROP AS
     SELECT province_id, id, 'wrong' AS kind FROM dossier WHERE province_id = ${province.id} AND outcome = 'early' ORDER BY id LIMIT 20`,
  );
  await beginMovements(client);
  await gatherMovements(client, -1, ["wrong"]);
  await client.query(
    `UPDATE dossier d SET outcome = 'late', due_met = false, computed_due_on = computed_due_on + 1
       FROM change c WHERE d.province_id = c.province_id AND d.id = c.id`,
  );
  await gatherMovements(client, 1, ["wrong"]);
  await postMovements(client);
  await client.query("COMMIT");
  await client.end();
}
