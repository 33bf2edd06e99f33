import "server-only";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import {
  attributeDelay,
  type CalendarDay,
  type DelayAccount,
  SlaError,
  type Step,
  type WorkingCalendar,
} from "@/lib/sla";
import { queryRows } from "../db";

/** A step of a dossier: who had it, from when to when. */
export type DossierStep = Step & {
  /** 1 for the dossier's first step. */
  readonly ordinal: number;
  readonly unitName: string;
  /** As the source writes it; null when it names none. */
  readonly office: string | null;
  /** Null when unknown, or when the viewer's role may not see officers' names. */
  readonly officer: string | null;
};

export type DossierDelay = DelayAccount<DossierStep>;

type StepRow = {
  unit_id: number;
  unit_name: string;
  office: string;
  officer: string;
  from_on: CalendarDay;
  due_on: CalendarDay | null;
  finished_on: CalendarDay | null;
};

/**
 * Where a dossier's time went, step by step; null when its source tells of no steps, or the calendar lacks one of
 * their years. The dossier itself must be in the viewer's scope already.
 */
export async function loadDelayAccount(
  viewer: Viewer,
  dossierId: number,
  calendar: WorkingCalendar,
  { closedOn, asOf }: { readonly closedOn: CalendarDay | null; readonly asOf: CalendarDay },
): Promise<DossierDelay | null> {
  const rows = await queryRows<StepRow>(
    `SELECT s.unit_id, u.name AS unit_name, s.office, s.officer, s.from_on, s.due_on, s.finished_on
       FROM dossier_step s JOIN unit u ON u.id = s.unit_id
      WHERE s.province_id = $1 AND s.dossier_id = $2
      ORDER BY s.from_on, s.acted_at, s.officer, s.office`,
    [viewer.provinceId, dossierId],
    "load-delay-account",
  );
  if (rows.length === 0) return null;
  const isNamed = canSeeOfficers(viewer.role);
  const steps = rows.map((row, index): DossierStep => {
    // What is not told: a step lasts until the next begins, the last one until the dossier is closed.
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
  try {
    return attributeDelay(calendar, steps, asOf);
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return null;
    throw error;
  }
}
