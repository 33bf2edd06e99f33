import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type DayCount, type Spread, spreadOf } from "@/lib/insight/spread";
import type { Period } from "@/lib/period";
import { attributeDelay, type CalendarDay, SlaError } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { queryRows } from "../db";
import { calendarFor } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";
import { STEP_COLUMNS, STEP_ORDER, type StepRow, toSteps } from "../sla/to-steps";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";
import { MEASURE_SQL } from "./measure-sql";

/** The steps at one office. */
export type StepTime = {
  /** As the source writes it, or the unit's name where it names no office. */
  readonly office: string;
  /** Working days used. */
  readonly used: Spread;
  /** Steps that took longer than they were given. */
  readonly over: number;
};

export type StepTimes = {
  /** Resolved dossiers whose steps are told. */
  readonly dossiers: number;
  /** Most working days first. */
  readonly offices: readonly StepTime[];
};

type DossierStepRow = StepRow & { dossier_id: number; handling_unit_id: number; closed_on: CalendarDay };

/**
 * The steps of the dossiers that a unit, with everything below it, resolved in a period, by office. None where no
 * source tells of steps. Throws `notFound`.
 */
export async function getStepTimes(viewer: Viewer, input: Period & { readonly unitId: number }): Promise<StepTimes> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ restIds }, status, calendars] = await Promise.all([
    groupUnits(viewer, unit, null, input.to),
    getDataStatus(viewer),
    loadCalendars(viewer.provinceId),
  ]);
  const { from, to } = clampPeriod(input, status.asOf);
  const rows = await queryRows<DossierStepRow>(
    `SELECT s.dossier_id, d.unit_id AS handling_unit_id, d.closed_on, ${STEP_COLUMNS}
       FROM dossier_step s
       JOIN dossier d ON d.province_id = s.province_id AND d.id = s.dossier_id
       JOIN unit u ON u.id = s.unit_id
      WHERE s.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND ${MEASURE_SQL.resolved}
      ORDER BY s.dossier_id, ${STEP_ORDER}`,
    [viewer.provinceId, restIds, from, to],
    "step-times",
  );
  const offices = new Map<string, { used: DayCount[]; over: number }>();
  const dossiers = [...byDossier(rows)];
  for (const own of dossiers) {
    const [first] = own;
    if (first === undefined) continue;
    for (const step of accountsOf(own, first, calendarFor(calendars, first.handling_unit_id))) {
      const name = step.office ?? step.unitName;
      const office = offices.get(name) ?? { used: [], over: 0 };
      offices.set(name, office);
      office.used.push({ days: step.workingDaysUsed, count: 1 });
      if (step.workingDaysOver > 0) office.over += 1;
    }
  }
  return {
    dossiers: dossiers.length,
    offices: [...offices]
      .map(([office, { used, over }]) => ({ office, used: spreadOf(used), over }))
      .sort((a, b) => b.used.sum - a.used.sum || a.office.localeCompare(b.office, "vi")),
  };
}

function byDossier(rows: readonly DossierStepRow[]): Iterable<DossierStepRow[]> {
  const groups = new Map<number, DossierStepRow[]>();
  for (const row of rows) {
    const group = groups.get(row.dossier_id);
    if (group) group.push(row);
    else groups.set(row.dossier_id, [row]);
  }
  return groups.values();
}

/** Nothing where the calendar lacks one of the years. */
function accountsOf(
  rows: readonly DossierStepRow[],
  { closed_on }: DossierStepRow,
  calendar: Parameters<typeof attributeDelay>[0],
) {
  try {
    return attributeDelay(calendar, toSteps(rows, closed_on, false), closed_on).steps;
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return [];
    throw error;
  }
}
