import fc from "fast-check";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_TARGET, DUE_SOON_WORKING_DAYS, LONG_PAUSE_DAYS, type Measure, type RankingLevel } from "@/lib/filters";
import {
  addDays,
  addTallies,
  type DossierTimeline,
  emptyTally,
  isDueSoon,
  isPausedLong,
  parseDay,
  received,
  type Tally,
  type WorkingCalendar,
} from "@/lib/sla";
import type { Viewer } from "@/lib/access/viewer";
import { requireUnit } from "@/server/access/scope";
import { connectionConfig } from "@/server/db";
import { type StoredDossier, streamDossiers } from "@/server/ledger/stream-dossiers";
import { countDossiers } from "@/server/queries/count-dossiers";
import { getRanking } from "@/server/queries/get-ranking";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { getTrend } from "@/server/queries/get-trend";
import { getUnitTrends } from "@/server/queries/get-unit-trends";
import { groupUnits } from "@/server/queries/group-units";
import { listDossiers } from "@/server/queries/list-dossiers";
import { streamDossierList } from "@/server/queries/stream-dossier-list";
import { calendarFor } from "@/server/sla/compile-calendars";
import { loadCalendars } from "@/server/sla/load-calendars";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const ROWS = 3000;
const SAMPLES = 25;

let province: SmallProvince;
let viewer: Viewer;

beforeAll(async () => {
  province = await makeProvince("numbers");
  viewer = province.viewer("P", "province_office");
  const result = await importRows(province, randomRows(ROWS, 7));
  expect(result).toMatchObject({ rowsRead: ROWS, rejected: 0 });
});

const day = fc.integer({ min: -20, max: 420 }).map((offset) => addDays(parseDay("2020-01-01"), offset));
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 300 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const level = fc.constantFrom<RankingLevel>("district", "commune", "department", "division");

function numbersOf(tally: Tally): Partial<Record<Measure, number>> {
  return {
    received: received(tally),
    receivedDirect: tally.receivedDirect,
    receivedOnline: tally.receivedOnline,
    receivedPostal: tally.receivedPostal,
    receivedOffline: tally.receivedDirect + tally.receivedPostal,
    carriedOver: tally.carriedOver,
    handled: tally.carriedOver + received(tally),
    resolved: tally.early + tally.onTime + tally.late + tally.resolvedUndated,
    early: tally.early,
    onTime: tally.onTime,
    late: tally.late,
    resolvedUndated: tally.resolvedUndated,
    returned: tally.returned,
    resolvedDated: tally.early + tally.onTime + tally.late,
    closed: tally.early + tally.onTime + tally.late + tally.resolvedUndated + tally.returned,
    closedOnTime: tally.onTime + tally.resolvedUndated + tally.returned,
    open: tally.open,
    inTime: tally.inTime,
    paused: tally.paused,
    overdue: tally.overdue,
    openUndated: tally.openUndated,
    notOverdue: tally.open - tally.overdue,
    due: tally.due,
    dueMet: tally.dueMet,
    dueMissed: tally.due - tally.dueMet,
  };
}

async function listLengths(unitId: number, from: Tally, input: Parameters<typeof listDossiers>[1]) {
  const lengths: Partial<Record<Measure, number>> = {};
  for (const measure of Object.keys(numbersOf(from)) as Measure[]) {
    const total = await countDossiers(viewer, { ...input, unitId, measure });
    // The number above a list is the ledger's; its rows are those of the file.
    lengths[measure] = (await streamDossierList(viewer, { ...input, unitId, measure, withOfficers: false })).total;
    expect(total, measure).toBe(lengths[measure]);
  }
  return lengths;
}

const LIST = { restOf: null, fieldId: null, channel: null, sort: "dueOn", page: 1, measure: "handled" } as const;

describe("each number is the length of its list", () => {
  test("for any period and level: rows, rest and total", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(period, level, async (span, rankingLevel) => {
        const unit = { id: viewer.unitId };
        const input = { ...span, unit, level: rankingLevel, formula: "resolved", target: DEFAULT_TARGET } as const;
        const { rows, rest, total } = await getRanking(viewer, input);
        for (const row of rows) {
          const filter = { ...LIST, ...span, unitId: row.unitId ?? 0 };
          expect(await listLengths(filter.unitId, row.tally, filter)).toEqual(numbersOf(row.tally));
        }
        const totalFilter = { ...LIST, ...span, unitId: viewer.unitId };
        expect(await listLengths(viewer.unitId, total.tally, totalFilter)).toEqual(numbersOf(total.tally));
        if (rest) {
          const restFilter = { ...totalFilter, restOf: rankingLevel };
          expect(await listLengths(viewer.unitId, rest.tally, restFilter)).toEqual(numbersOf(rest.tally));
        }
        const sum = [...rows, ...(rest ? [rest] : [])].map((row) => row.tally).reduce(addTallies, emptyTally());
        expect(sum).toEqual(total.tally);
      }),
      { numRuns: SAMPLES, seed: 1 },
    );
  });

  test("for any period, field by field; the fields add up to the unit", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(period, fc.constantFrom("P", "A", "A1"), async (span, code) => {
        const unitId = province.units[code]?.id ?? 0;
        const fields = await getTalliesByField(viewer, { ...span, unitId });
        for (const { fieldId, tally } of fields) {
          const filter = { ...LIST, ...span, unitId, fieldId };
          expect(await listLengths(unitId, tally, filter)).toEqual(numbersOf(tally));
        }
        const input = {
          ...span,
          unit: { id: unitId },
          level: "commune",
          formula: "due",
          target: DEFAULT_TARGET,
        } as const;
        const { total } = await getRanking(viewer, input);
        expect(fields.map((field) => field.tally).reduce(addTallies, emptyTally())).toEqual(total.tally);
      }),
      { numRuns: SAMPLES, seed: 2 },
    );
  });

  test("due soon and paused for long are what the engine says, dossier by dossier", async () => {
    const calendars = await loadCalendars(viewer.provinceId);
    const client = new pg.Client(connectionConfig());
    await client.connect();
    await client.query("BEGIN");
    const dossiers: StoredDossier[] = [];
    for await (const some of streamDossiers(client, viewer.provinceId)) dossiers.push(...some);
    await client.end();
    expect(dossiers).toHaveLength(ROWS);
    let found = 0;
    for (const to of ["2020-02-14", "2020-04-30", "2020-09-01", "2020-12-31"].map(parseDay)) {
      for (const code of ["P", "A", "A1"]) {
        const unitId = province.units[code]?.id ?? 0;
        const { restIds } = await groupUnits(viewer, await requireUnit(viewer, unitId), null, to);
        const own = dossiers.filter((dossier) => restIds.includes(dossier.unitId));
        const count = (is: (timeline: DossierTimeline, calendar: WorkingCalendar) => boolean): number =>
          own.filter(({ timeline, unitId: at }) => timeline?.counted && is(timeline, calendarFor(calendars, at)))
            .length;
        const soon = count((timeline, calendar) => isDueSoon(timeline, calendar, to, DUE_SOON_WORKING_DAYS));
        const long = count((timeline) => isPausedLong(timeline, to, LONG_PAUSE_DAYS));
        const filter = { ...LIST, unitId, from: parseDay("2020-01-01"), to };
        for (const [measure, expected] of [
          ["dueSoon", soon],
          ["pausedLong", long],
        ] as const) {
          expect(await countDossiers(viewer, { ...filter, measure }), `${measure} of ${code} on ${to}`).toBe(expected);
          const list = await listDossiers(viewer, { ...filter, measure });
          expect(list.total).toBe(expected);
          expect(new Set(list.rows.map((row) => row.class)).size).toBeLessThanOrEqual(1);
        }
        found += soon + long;
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  test("the trend of each unit of a level is the trend of that unit", async () => {
    const input = { unitId: viewer.unitId, to: parseDay("2020-10-17"), months: 5, formula: "resolved" } as const;
    const trends = await getUnitTrends(viewer, { ...input, level: "commune" });
    expect([...trends.keys()].sort()).toEqual(["A1", "A2", "B1", "B2"].map((code) => province.units[code]?.id).sort());
    for (const [unitId, months] of trends) expect(months).toEqual(await getTrend(viewer, { ...input, unitId }));
  });

  test("each month of a trend is what the ranking says of that month", async () => {
    const unitId = province.units.A?.id ?? 0;
    const trend = await getTrend(viewer, { unitId, to: parseDay("2020-10-17"), months: 12, formula: "handled" });
    expect(trend.map((month) => month.period.from.slice(0, 7))).toHaveLength(12);
    for (const month of trend) {
      const input = {
        ...month.period,
        unit: { id: unitId },
        level: "commune",
        formula: "handled",
        target: DEFAULT_TARGET,
      } as const;
      const { total } = await getRanking(viewer, input);
      expect(month).toMatchObject({ tally: total.tally, rate: total.rate });
    }
  });
});
