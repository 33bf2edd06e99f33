import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type DayCount, type Spread, spreadOf } from "@/lib/insight/spread";
import type { Period } from "@/lib/period";
import { accountForTime, type CalendarDay, type Pause, type TimeAccount } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { keptRows } from "../kept-rows";
import { calendarFor } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";
import { MEASURE_SQL } from "./measure-sql";

export const TIME_PARTS = ["total", "working", "awaitingSupplement", "awaitingPayment", "stopped"] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** Working days from receipt to finish, and what they went on; the waits over the dossiers that had one. */
export type TimeSpent = Readonly<Record<TimePart, Spread>>;

type LifeRow = {
  /** Of a unit with days of its own; null elsewhere. */
  unitId: number | null;
  receivedOn: CalendarDay;
  closedOn: CalendarDay;
  pauses: Pause[] | null;
  count: number;
};

/** The dossiers are looked at once: lives that nothing tells apart, pauses and all, are counted together. */
const LIVES_SQL = `
  SELECT CASE WHEN d.unit_id = ANY($5) THEN d.unit_id END AS "unitId", d.received_on AS "receivedOn",
         d.closed_on AS "closedOn", p.pauses::json AS pauses, count(*)
    FROM dossier d
    LEFT JOIN (
      SELECT p.dossier_id, json_agg(json_build_object('from', p.from_on, 'until', p.until_on, 'reason', p.reason)
                                    ORDER BY p.from_on)::text AS pauses
        FROM dossier_pause p WHERE p.province_id = $1 GROUP BY p.dossier_id) p ON p.dossier_id = d.id
   WHERE d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND ${MEASURE_SQL.resolved}
   GROUP BY 1, 2, 3, p.pauses`;

/** Where the time of the dossiers resolved in a period went, of a unit and everything below it. Throws `notFound`. */
export async function getTimeSpent(viewer: Viewer, input: Period & { readonly unitId: number }): Promise<TimeSpent> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ restIds }, status, calendars] = await Promise.all([
    groupUnits(viewer, unit, null, input.to),
    getDataStatus(viewer),
    loadCalendars(viewer.provinceId),
  ]);
  const { from, to } = clampPeriod(input, status.asOf);
  const rows = await keptRows<LifeRow>(
    LIVES_SQL,
    [viewer.provinceId, restIds, from, to, [...calendars.local.keys()]],
    "time-spent",
  );
  const accounts = rows.map(({ unitId, pauses, count, ...life }) => {
    const calendar = unitId === null ? calendars.province : calendarFor(calendars, unitId);
    return { account: accountForTime(calendar, { ...life, pauses: pauses ?? [] }), count };
  });
  const spread = (part: keyof TimeAccount, isWait: boolean): Spread => {
    const lengths = accounts.map(({ account, count }): DayCount => ({ days: account[part], count }));
    return spreadOf(isWait ? lengths.filter(({ days }) => days > 0) : lengths);
  };
  return {
    total: spread("total", false),
    working: spread("working", false),
    awaitingSupplement: spread("awaitingSupplement", true),
    awaitingPayment: spread("awaitingPayment", true),
    stopped: spread("stopped", true),
  };
}
