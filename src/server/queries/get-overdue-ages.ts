import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { OVERDUE_AGES, type OverdueAge, overdueAgeOf } from "@/lib/overdue-ages";
import type { Period } from "@/lib/period";
import { type CalendarDay, workingDaysBetween } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { keptRows } from "../kept-rows";
import { calendarFor } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

export type AgeCount = { readonly age: OverdueAge; readonly count: number };

/**
 * Dossiers overdue on the evening of the period's last day, by working days since the promised day, counted by the
 * calendar of each unit. Throws `notFound`.
 */
export async function getOverdueAges(viewer: Viewer, input: Period & { readonly unitId: number }): Promise<AgeCount[]> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ restIds }, status, calendars] = await Promise.all([
    groupUnits(viewer, unit, null, input.to),
    getDataStatus(viewer),
    loadCalendars(viewer.provinceId),
  ]);
  const { to } = clampPeriod(input, status.asOf);
  const rows = await keptRows<{ unitId: number; dueOn: CalendarDay; count: number }>(
    `SELECT d.unit_id AS "unitId", d.due_on AS "dueOn", count(*) FROM dossier d
      WHERE d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND d.overdue_spans @> $3::date
      GROUP BY d.unit_id, d.due_on`,
    [viewer.provinceId, restIds, to],
    "overdue-ages",
  );
  const counts = new Map<OverdueAge, number>();
  for (const { unitId, dueOn, count } of rows) {
    const age = overdueAgeOf(workingDaysBetween(calendarFor(calendars, unitId), dueOn, to));
    counts.set(age, (counts.get(age) ?? 0) + count);
  }
  return OVERDUE_AGES.map((age) => ({ age, count: counts.get(age) ?? 0 }));
}
