import type { Period } from "@/lib/period";
import {
  addDays,
  type LateBudget,
  lateBudget,
  SlaError,
  type Tally,
  type TargetRule,
  type WorkingCalendar,
} from "@/lib/sla";

type Month = { readonly period: Period; readonly tally: Tally };

export type MonthBudget = {
  readonly period: Period;
  /** Dossiers expected to be resolved in the whole month. */
  readonly expected: number;
  readonly budget: LateBudget;
};

const MONTHS_OF_EXPERIENCE = 3;

function volume({ tally }: Month): number {
  return tally.early + tally.onTime + tally.late;
}

/**
 * How many late dossiers the newest month can bear at the volume of the three before it, and how many it has had.
 * Null without a month to learn from, and where the calendar does not reach.
 */
export function monthBudget(
  months: readonly Month[],
  calendar: WorkingCalendar,
  target: TargetRule,
): MonthBudget | null {
  const month = months.at(-1);
  const known = months
    .slice(-1 - MONTHS_OF_EXPERIENCE, -1)
    .map(volume)
    .filter((count) => count > 0);
  if (month === undefined || known.length === 0) return null;
  const usual = Math.round(known.reduce((sum, count) => sum + count, 0) / known.length);
  const expected = Math.max(usual, volume(month));
  const { from, to } = month.period;
  const soFar = { before: addDays(from, -1), asOf: to, late: month.tally.late, expectedVolume: expected };
  try {
    return { period: month.period, expected, budget: lateBudget(calendar, soFar, target) };
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return null;
    throw error;
  }
}
