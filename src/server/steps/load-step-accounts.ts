import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { attributeDelay, type CalendarDay, SlaError, type StepAccount, type WorkingCalendar } from "@/lib/sla";
import { keptRows } from "../kept-rows";
import { calendarFor, type ProvinceCalendars } from "../sla/compile-calendars";
import { STEP_COLUMNS, STEP_ORDER, type StepRow, toSteps } from "../sla/to-steps";
import { MEASURE_SQL } from "../queries/measure-sql";

export type StepScope = {
  /** Handling units, already found to be in the viewer's scope. */
  readonly restIds: readonly number[];
  readonly calendars: ProvinceCalendars;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
};

/** A step of a resolved dossier, and what it used of its time. */
export type DossierStepAccount = StepAccount & {
  readonly dossierId: number;
  /** As the source writes it, or the unit's name where it names no office. */
  readonly place: string;
};

type DossierStepRow = StepRow & { dossier_id: number; handling_unit_id: number; closed_on: CalendarDay };

/** The steps of the dossiers that some units resolved in a period (clamped), dossier by dossier. */
export async function loadStepAccounts(
  viewer: Viewer,
  { restIds, calendars, from, to }: StepScope,
): Promise<DossierStepAccount[]> {
  const rows = await keptRows<DossierStepRow>(
    `SELECT s.dossier_id, d.unit_id AS handling_unit_id, d.closed_on, ${STEP_COLUMNS}
       FROM dossier_step s
       JOIN dossier d ON d.province_id = s.province_id AND d.id = s.dossier_id
       JOIN unit u ON u.id = s.unit_id
      WHERE s.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND ${MEASURE_SQL.resolved}
      ORDER BY s.dossier_id, ${STEP_ORDER}`,
    [viewer.provinceId, restIds, from, to],
    "step-accounts",
  );
  return [...byDossier(rows)].flatMap(([dossierId, first, own]) =>
    accountsOf(own, first, calendarFor(calendars, first.handling_unit_id)).map((step) => ({
      ...step,
      dossierId,
      place: step.office ?? step.unitName,
    })),
  );
}

function* byDossier(rows: readonly DossierStepRow[]): Generator<[number, DossierStepRow, DossierStepRow[]]> {
  const groups = new Map<number, DossierStepRow[]>();
  for (const row of rows) {
    const group = groups.get(row.dossier_id);
    if (group) group.push(row);
    else groups.set(row.dossier_id, [row]);
  }
  for (const [dossierId, group] of groups) {
    const [first] = group;
    if (first !== undefined) yield [dossierId, first, group];
  }
}

/** Nothing where the calendar lacks one of the years. */
function accountsOf(rows: readonly DossierStepRow[], { closed_on }: DossierStepRow, calendar: WorkingCalendar) {
  try {
    return attributeDelay(calendar, toSteps(rows, closed_on, false), closed_on).steps;
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return [];
    throw error;
  }
}
