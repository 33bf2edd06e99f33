import "server-only";
import type { CalendarDay } from "@/lib/sla";
import type { DossierStep } from "./load-delay-account";

export type StepRow = {
  unit_id: number;
  unit_name: string;
  office: string;
  officer: string;
  from_on: CalendarDay;
  due_on: CalendarDay | null;
  finished_on: CalendarDay | null;
};

/** Of `dossier_step s` and its unit `u`, in the order in which `toSteps` wants them. */
export const STEP_COLUMNS = "s.unit_id, u.name AS unit_name, s.office, s.officer, s.from_on, s.due_on, s.finished_on";
export const STEP_ORDER = "s.from_on, coalesce(s.from_at, s.acted_at), s.acted_at, s.officer, s.office";

/** The steps of one dossier from its rows. What is not told: a step lasts until the next, the last to the dossier's end. */
export function toSteps(rows: readonly StepRow[], closedOn: CalendarDay | null, isNamed: boolean): DossierStep[] {
  return rows.map((row, index) => {
    const endedOn = row.finished_on ?? rows[index + 1]?.from_on ?? closedOn;
    return {
      ordinal: index + 1,
      unitId: row.unit_id,
      unitName: row.unit_name,
      office: row.office || null,
      officer: isNamed ? row.officer || null : null,
      startedOn: row.from_on,
      endedOn: endedOn !== null && endedOn < row.from_on ? row.from_on : endedOn,
      dueOn: row.due_on,
    };
  });
}
