import type { WorkingCalendar } from "./compile-calendar";
import { WHOLE_BP } from "./rate";
import type { CalendarDay, TargetRule } from "./types";
import { addWorkingDays, workingDaysBetween } from "./working-calendar";
import { binomialAtLeast } from "./beta-distribution";
import { lateAllowedAmong } from "./recovery";

export type LateBudget = {
  /** Late dossiers that the month can bear at its expected volume. */
  readonly allowed: number;
  readonly used: number;
  /** Negative when overdrawn. */
  readonly left: number;
  /** Day on which it will be used up at the pace so far; null when nothing is late. The as-of day when it is. */
  readonly exhaustedOn: CalendarDay | null;
};

export type MonthSoFar = {
  /** The day before the month began, and the last day counted. */
  readonly before: CalendarDay;
  readonly asOf: CalendarDay;
  readonly late: number;
  readonly expectedVolume: number;
};

/** Late dossiers allowed this month, used, and when they will be used up. Throws `calendarYearMissing`. */
export function lateBudget(calendar: WorkingCalendar, month: MonthSoFar, rule: TargetRule): LateBudget {
  const allowed = Math.max(0, lateAllowedAmong(month.expectedVolume, rule));
  const left = allowed - month.late;
  const budget = { allowed, used: month.late, left };
  if (month.late === 0) return { ...budget, exhaustedOn: null };
  if (left <= 0) return { ...budget, exhaustedOn: month.asOf };
  const elapsed = Math.max(1, workingDaysBetween(calendar, month.before, month.asOf));
  const daysLeft = Math.ceil((left * elapsed) / month.late);
  return { ...budget, exhaustedOn: addWorkingDays(calendar, month.asOf, daysLeft) };
}

export const BURN_ALERTS = ["none", "ticket", "page"] as const;
export type BurnAlert = (typeof BURN_ALERTS)[number];

/** Late ones among those finished in a window of working days. */
export type Window = { readonly late: number; readonly of: number };

const FEWEST_LATE = 3;
const CHANCE_LIMIT = 0.01;

/** Too many to be chance in a unit that meets its target, and not just one or two. */
function isMarked({ late, of }: Window, rule: TargetRule): boolean {
  return late >= FEWEST_LATE && binomialAtLeast(late, of, 1 - rule.thresholdBp / WHOLE_BP) < CHANCE_LIMIT;
}

/** A quarter of the month's budget within a day is urgent, half of it within five days is a task. */
export function burnAlert(allowed: number, lastDay: Window, lastFiveDays: Window, rule: TargetRule): BurnAlert {
  if (lastDay.late * 4 >= allowed && isMarked(lastDay, rule)) return "page";
  return lastFiveDays.late * 2 >= allowed && isMarked(lastFiveDays, rule) ? "ticket" : "none";
}
