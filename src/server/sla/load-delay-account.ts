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
import { STEP_COLUMNS, STEP_ORDER, type StepRow, toSteps } from "./to-steps";

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
    `SELECT ${STEP_COLUMNS}
       FROM dossier_step s JOIN unit u ON u.id = s.unit_id
      WHERE s.province_id = $1 AND s.dossier_id = $2
      ORDER BY ${STEP_ORDER}`,
    [viewer.provinceId, dossierId],
    "load-delay-account",
  );
  if (rows.length === 0) return null;
  const steps = toSteps(rows, closedOn, canSeeOfficers(viewer.role));
  try {
    return attributeDelay(calendar, steps, asOf);
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return null;
    throw error;
  }
}
