import "server-only";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { CHANCE_MEASURES, type DossierFilter, STEP_MEASURES } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import { requireUnit, type ScopedUnit } from "../access/scope";
import { AppError } from "../errors";
import { calendarFor, type ProvinceCalendars } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";
import { findStepped } from "../steps/find-stepped";
import { clampPeriod } from "./clamp-period";
import { dueBounds } from "./due-bounds";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";
import { MEASURE_SQL, OFFICER_SQL } from "./measure-sql";

export type DossierSelection = Omit<DossierFilter, "sort" | "page">;

export type SelectedDossiers = {
  readonly unit: ScopedUnit;
  /** The units whose dossiers are meant: the unit and everything below it, or the rest of it. */
  readonly unitIds: readonly number[];
  readonly period: Period;
  readonly asOf: CalendarDay | null;
  /** Its dossiers in time have a chance of becoming late: only of the newest day is one known. */
  readonly tellsChance: boolean;
  readonly calendars: ProvinceCalendars;
  /** Over `dossier d`, with `values` for $1 … $11. */
  readonly where: string;
  readonly values: readonly unknown[];
};

/**
 * The condition that selects what a number counts: of its list and of the number itself. Throws `notFound`, also for an
 * officer's dossiers when the viewer's role may not see officers.
 */
export async function selectDossiers(viewer: Viewer, filter: DossierSelection): Promise<SelectedDossiers> {
  if (filter.officer && !canSeeOfficers(viewer.role)) throw new AppError("notFound", { what: "officers" });
  const unit = await requireUnit(viewer, filter.unitId);
  const [{ restIds }, status, calendars] = await Promise.all([
    groupUnits(viewer, unit, filter.restOf, filter.to),
    getDataStatus(viewer),
    loadCalendars(viewer.provinceId),
  ]);
  const period = clampPeriod(filter, status.asOf);
  const named = STEP_MEASURES.includes(filter.measure)
    ? await findStepped(viewer, { ...filter, ...period, restIds, calendars })
    : null;
  const bounds = restIds.map((id) => dueBounds(filter.measure, calendarFor(calendars, id), period.to));
  return {
    unit,
    unitIds: restIds,
    period,
    asOf: status.asOf === null ? null : period.to,
    tellsChance: period.to === status.asOf && CHANCE_MEASURES.includes(filter.measure),
    calendars,
    where: `d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND ${MEASURE_SQL[filter.measure]}
      AND ($5::int IS NULL OR d.field_id = $5) AND ($6::channel IS NULL OR d.channel = $6)
      AND ($8::int IS NULL OR d.procedure_id = $8) AND ($9::text IS NULL OR ${OFFICER_SQL} = $9)
      AND $3::date IS NOT NULL AND $4::date IS NOT NULL AND $7::date[] IS NOT NULL
      AND $10::date[] IS NOT NULL AND ($11::bigint[] IS NULL OR d.id = ANY($11))`,
    values: [
      viewer.provinceId,
      restIds,
      period.from,
      period.to,
      filter.fieldId,
      filter.channel,
      bounds.map(({ until }) => until),
      filter.procedureId ?? null,
      filter.officer ?? null,
      bounds.map(({ after }) => after),
      named,
    ],
  };
}
