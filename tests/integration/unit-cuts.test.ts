import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_TARGET, type Measure } from "@/lib/filters";
import { OVERDUE_AGES, overdueAgeOf } from "@/lib/overdue-ages";
import { addDays, addTallies, emptyTally, parseDay, received, resolvedTotal, type Tally } from "@/lib/sla";
import { cutFilter, UNIT_CUTS } from "@/lib/unit-cuts";
import { queryRows } from "@/server/db";
import { recordOfficersSeen } from "@/server/mutations/record-officers-seen";
import { getRanking } from "@/server/queries/get-ranking";
import { getTalliesByCut } from "@/server/queries/get-tallies-by-cut";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { listDossiers } from "@/server/queries/list-dossiers";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const ROWS = 1500;
const OFFICERS = ["Nguyễn An", "Trần Bình", ""];
const LIST = { restOf: null, fieldId: null, channel: null, sort: "dueOn", page: 1 } as const;
const YEAR = { from: parseDay("2020-01-01"), to: parseDay("2020-12-31") };

let province: SmallProvince;
let viewer: Viewer;

beforeAll(async () => {
  province = await makeProvince("cuts");
  viewer = province.viewer("P", "province_office");
  const rows = randomRows(ROWS, 21).map((row, index) => ({ ...row, "Người xử lý": OFFICERS[index % 3] ?? "" }));
  expect(await importRows(province, rows)).toMatchObject({ rowsRead: ROWS, rejected: 0 });
});

const period = fc
  .tuple(fc.integer({ min: -20, max: 420 }), fc.integer({ min: 0, max: 300 }))
  .map(([offset, length]) => {
    const from = addDays(parseDay("2020-01-01"), offset);
    return { from, to: addDays(from, length) };
  });

/** The numbers of a row that are links. */
function linkedOf(tally: Tally): Partial<Record<Measure, number>> {
  return {
    handled: tally.carriedOver + received(tally),
    resolved: resolvedTotal(tally),
    late: tally.late,
    overdue: tally.overdue,
  };
}

describe("by procedure, channel and officer", () => {
  test.each(UNIT_CUTS)("%s: rows add up to the ledger's total, each number is the length of its list", async (cut) => {
    await fc.assert(
      fc.asyncProperty(period, fc.constantFrom("P", "A", "A1"), async (span, code) => {
        const unitId = province.units[code]?.id ?? 0;
        const rows = await getTalliesByCut(viewer, { ...span, unitId, cut });
        const input = {
          ...span,
          unit: { id: unitId },
          level: "commune",
          formula: "due",
          target: DEFAULT_TARGET,
        } as const;
        const { total } = await getRanking(viewer, input);
        expect(rows.map(({ tally }) => tally).reduce(addTallies, emptyTally())).toEqual(total.tally);
        for (const { key, tally } of rows) {
          const lengths: Partial<Record<Measure, number>> = {};
          const filter = { ...LIST, ...span, unitId, ...cutFilter(cut, key) };
          for (const measure of ["handled", "resolved", "late", "overdue"] as const) {
            lengths[measure] = (await listDossiers(viewer, { ...filter, measure })).total;
          }
          expect(lengths).toEqual(linkedOf(tally));
        }
      }),
      { numRuns: 8, seed: 5 },
    );
  });

  test("most late ones first", async () => {
    const rows = await getTalliesByCut(viewer, { ...YEAR, unitId: viewer.unitId, cut: "procedures" });
    const late = rows.map(({ tally }) => tally.late);
    expect(late).toEqual([...late].sort((a, b) => b - a));
  });
});

test("officers are for roles that may see them, by list too, and seeing them is written down", async () => {
  const leader = province.viewer("P", "province_leader");
  const unitId = viewer.unitId;
  const notFound = { code: "notFound" };
  await expect(getTalliesByCut(leader, { ...YEAR, unitId, cut: "officers" })).rejects.toMatchObject(notFound);
  const filter = { ...LIST, ...YEAR, unitId, measure: "handled" as const };
  await expect(listDossiers(leader, { ...filter, officer: "Nguyễn An" })).rejects.toMatchObject(notFound);
  await expect(recordOfficersSeen(leader, { unitId, officers: 1 })).rejects.toMatchObject(notFound);
  const rows = await getTalliesByCut(viewer, { ...YEAR, unitId, cut: "officers" });
  expect(rows.map(({ key }) => key).sort()).toEqual(["-", "Nguyễn An", "Trần Bình"]);
  await recordOfficersSeen(viewer, { unitId, officers: rows.length });
  const entries = await queryRows<{ details: unknown }>(
    "SELECT details FROM audit_entry WHERE action = 'seeOfficers'",
    [],
  );
  expect(entries).toEqual([{ details: { unitId, officers: 3 } }]);
});

test("the ages of overdue dossiers divide them: each list holds what its working days say", async () => {
  for (const to of ["2020-02-15", "2020-05-03", "2020-09-01", "2020-12-31"].map(parseDay)) {
    const filter = { ...LIST, from: YEAR.from, to, unitId: viewer.unitId };
    const all = await listDossiers(viewer, { ...filter, measure: "overdue" });
    let sum = 0;
    for (const measure of OVERDUE_AGES) {
      const { total, rows } = await listDossiers(viewer, { ...filter, measure });
      sum += total;
      expect(new Set(rows.map(({ workingDaysLate }) => overdueAgeOf(workingDaysLate ?? -1)))).toEqual(
        new Set(total === 0 ? [] : [measure]),
      );
    }
    expect(sum).toBe(all.total);
    expect(sum).toBeGreaterThan(0);
  }
});

test("narrowed to a field and a procedure, rows add up to that field's and that procedure's, and list as many", async () => {
  const unitId = viewer.unitId;
  const fields = await getTalliesByField(viewer, { ...YEAR, unitId });
  const all = await getTalliesByCut(viewer, { ...YEAR, unitId, cut: "procedures" });
  const sumOf = (rows: readonly { readonly tally: Tally }[]) =>
    rows.map(({ tally }) => tally).reduce(addTallies, emptyTally());
  for (const { fieldId, tally } of fields) {
    const narrowed = await getTalliesByCut(viewer, { ...YEAR, unitId, cut: "procedures", fieldId });
    expect(sumOf(narrowed)).toEqual(tally);
    for (const { key } of narrowed) {
      const procedureId = Number(key);
      const officers = await getTalliesByCut(viewer, { ...YEAR, unitId, cut: "officers", fieldId, procedureId });
      expect(sumOf(officers)).toEqual(all.find((row) => row.key === key)?.tally);
      for (const officer of officers) {
        const filter = {
          ...LIST,
          ...YEAR,
          unitId,
          fieldId,
          procedureId,
          officer: officer.key,
          measure: "late",
        } as const;
        expect((await listDossiers(viewer, filter)).total).toBe(officer.tally.late);
      }
    }
  }
});
