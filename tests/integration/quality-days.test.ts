import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { addDays, parseDay } from "@/lib/sla";
import { connectionConfig, queryRows } from "@/server/db";
import { undoImport } from "@/server/mutations/undo-import";
import { getDataQuality } from "@/server/queries/get-data-quality";
import { keepQualityDays } from "@/server/quality/keep-quality-days";
import { DAYS_LOCK } from "@/server/quality/note-quality-days";
import { QUALITY_DAY_COLUMNS, qualityDaysSql } from "@/server/quality/quality-days-sql";
import { closure, publishEdits, undoLast } from "../support/calendar-edits";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const ROWS = 700;
const YEAR = { from: parseDay("2020-01-01"), to: parseDay("2020-12-31") };
const later = (day: number) => ({ asOf: `2021-01-0${day}T23:59:59+07:00` });

let province: SmallProvince;
let office: Viewer;

beforeAll(async () => {
  province = await makeProvince("quality-days");
  office = province.viewer("P", "province_office");
  await importRows(province, randomRows(ROWS, 31));
});

const ORDER = "ORDER BY day, unit_id, source_id, receiving_unit_id";

async function kept(): Promise<unknown[]> {
  return queryRows(`SELECT ${QUALITY_DAY_COLUMNS} FROM quality_day WHERE province_id = $1 ${ORDER}`, [province.id]);
}

async function notes(): Promise<number> {
  const [row] = await queryRows<{ count: number }>("SELECT count(*) FROM quality_change WHERE province_id = $1", [
    province.id,
  ]);
  return row?.count ?? 0;
}

/** What is kept is what all dossiers tell, and nothing is left to be made anew. */
async function expectAsFromAllDossiers(): Promise<unknown[]> {
  await keepQualityDays(office);
  const rows = await kept();
  const all = await queryRows(
    `SELECT ${QUALITY_DAY_COLUMNS} FROM (${qualityDaysSql(province.id, null)}) q ${ORDER}`,
    [],
  );
  expect(rows).toEqual(all);
  expect(await notes()).toBe(0);
  return rows;
}

test("after any change the days that are kept are those of all dossiers", async () => {
  const first = await expectAsFromAllDossiers();
  expect(first.length).toBeGreaterThan(ROWS);

  const { batch } = await importRows(province, randomRows(ROWS + 100, 32), later(1));
  expect(await notes()).toBeGreaterThan(0);
  expect(await expectAsFromAllDossiers()).not.toEqual(first);

  await publishEdits(province, closure(province, "A"));
  expect(await notes()).toBeGreaterThan(0);
  await expectAsFromAllDossiers();
  await undoLast(province);
  expect(await notes()).toBeGreaterThan(0);
  await expectAsFromAllDossiers();

  await undoImport(office, { batchId: batch });
  expect(await notes()).toBeGreaterThan(0);
  expect(await expectAsFromAllDossiers()).toEqual(first);
});

test("only the days of the changed dossiers are made anew", async () => {
  await keepQualityDays(office);
  const untouched = addDays(YEAR.from, 40);
  // A mark that no dossier tells: it stays where nothing was noted.
  await queryRows("UPDATE quality_day SET received = received + 1000 WHERE province_id = $1 AND day = $2", [
    province.id,
    untouched,
  ]);
  const [row] = randomRows(1, 5);
  await importRows(
    province,
    [{ ...row, "Mã hồ sơ": "MOI-1", "Ngày nhận": "20/12/2020", "Ngày hẹn trả": "" }],
    later(2),
  );
  await keepQualityDays(office);
  const [sum] = await queryRows<{ sum: number }>(
    "SELECT sum(received)::int AS sum FROM quality_day WHERE province_id = $1 AND day = $2",
    [province.id, untouched],
  );
  expect(sum?.sum ?? 0).toBeGreaterThanOrEqual(1000);
});

test("other rules, or another zone, make all days anew", async () => {
  const [before] = await queryRows<{ rules: string }>("SELECT rules FROM quality_state WHERE province_id = $1", [
    province.id,
  ]);
  await queryRows("UPDATE province SET zone = 'Asia/Tokyo' WHERE id = $1", [province.id]);
  await expectAsFromAllDossiers();
  const [after] = await queryRows<{ rules: string }>("SELECT rules FROM quality_state WHERE province_id = $1", [
    province.id,
  ]);
  expect(after?.rules).not.toBe(before?.rules);
  await queryRows("UPDATE province SET zone = 'Asia/Ho_Chi_Minh' WHERE id = $1", [province.id]);
  await expectAsFromAllDossiers();
});

test("asked for by many at once, the days are made once and all see the same", async () => {
  await queryRows("UPDATE quality_state SET rules = '' WHERE province_id = $1", [province.id]);
  await queryRows("UPDATE province SET name = name WHERE id = $1", [province.id]);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => getDataQuality(office, { ...YEAR, unitId: office.unitId, level: "commune" })),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  await expectAsFromAllDossiers();
});

test.each([false, true])("the first dossiers of a province, while its days are being made: %s", async (isMaking) => {
  province = await makeProvince(`quality-first-${isMaking}`);
  office = province.viewer("P", "province_office");
  await keepQualityDays(office);
  const maker = new pg.Client(connectionConfig());
  await maker.connect();
  await maker.query("BEGIN");
  if (isMaking) await maker.query("SELECT pg_advisory_xact_lock($1, $2)", [DAYS_LOCK, province.id]);
  await importRows(province, randomRows(60, 33));
  expect((await notes()) > 0).toBe(isMaking);
  await maker.query("ROLLBACK");
  await maker.end();
  expect((await expectAsFromAllDossiers()).length).toBeGreaterThan(60);
});
