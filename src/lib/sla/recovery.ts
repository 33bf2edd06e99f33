import type { WorkingCalendar } from "./compile-calendar";
import { consecutiveToTarget, meetsTarget, missingToTarget, WHOLE_BP } from "./rate";
import type { CalendarDay, Rate, TargetRule } from "./types";
import { addWorkingDays } from "./working-calendar";
import { binomialAtLeast } from "./beta-distribution";

/** What is still to be counted until the day by which the target is to be met. */
export type Ahead = {
  /** Dossiers still to be counted. */
  readonly count: number;
  /** Of those, already overdue: late whatever is done. */
  readonly alreadyLate: number;
  /** The share that is on time of those not yet late, 0 … 1. */
  readonly onTimeShare: number;
};

export type Recovery = {
  readonly missing: number | null;
  readonly consecutive: number | null;
  /** Late ones still allowed among those ahead; negative: out of reach even with none. */
  readonly lateAllowed: number;
  /** The same after those already late. */
  readonly newLateAllowed: number;
  /** Share of those ahead that must be on time, 0 … 1; null when none are ahead or it is out of reach. */
  readonly requiredShare: number | null;
  /** Probability of meeting the target, 0 … 1. */
  readonly chance: number;
  readonly reachable: boolean;
};

/** The largest whole number of late ones among `of` with which the target is met; −1 when not even none will do. */
export function lateAllowedAmong(of: number, { thresholdBp, mustExceed }: TargetRule): number {
  const share = (WHOLE_BP - thresholdBp) * of;
  return mustExceed ? Math.ceil(share / WHOLE_BP) - 1 : Math.floor(share / WHOLE_BP);
}

/** What it would still take. Null when there is nothing to count, now or ahead. */
export function planRecovery(rate: Rate, rule: TargetRule, ahead: Ahead): Recovery | null {
  const { ok, of } = rate ?? { ok: 0, of: 0 };
  if (of + ahead.count === 0) return null;
  const lateAllowed = lateAllowedAmong(of + ahead.count, rule) - (of - ok);
  const newLateAllowed = lateAllowed - ahead.alreadyLate;
  const undecided = ahead.count - ahead.alreadyLate;
  const reachable = newLateAllowed >= 0;
  const needed = Math.max(0, undecided - newLateAllowed);
  return {
    missing: missingToTarget(rate, rule),
    consecutive: consecutiveToTarget(rate, rule),
    lateAllowed,
    newLateAllowed,
    requiredShare: reachable && ahead.count > 0 ? Math.max(0, ahead.count - lateAllowed) / ahead.count : null,
    chance: reachable ? binomialAtLeast(needed, undecided, ahead.onTimeShare) : 0,
    reachable,
  };
}

/** Dossiers needed when a share `onTimeShare` of them is on time; null when that share never gets there. */
export function dossiersAtShare(rate: Rate, rule: TargetRule, onTimeShare: number): number | null {
  if (rate === null) return null;
  if (meetsTarget(rate, rule) === true) return 0;
  const threshold = rule.thresholdBp / WHOLE_BP;
  if (onTimeShare <= threshold) return null;
  const exact = (threshold * rate.of - rate.ok) / (onTimeShare - threshold);
  // A division that ought to be whole must not be lifted to the next number by a rounding error.
  const nearest = Math.round(exact);
  const isWhole = Math.abs(exact - nearest) < 1e-6;
  if (isWhole) return rule.mustExceed ? nearest + 1 : nearest;
  return Math.ceil(exact);
}

/** The first working day on which so many dossiers more can have been counted. Throws `calendarYearMissing`. */
export function firstFeasibleDay(
  calendar: WorkingCalendar,
  asOf: CalendarDay,
  dossiers: number,
  perWorkingDay: number,
): CalendarDay | null {
  if (dossiers <= 0) return asOf;
  if (perWorkingDay <= 0) return null;
  return addWorkingDays(calendar, asOf, Math.ceil(dossiers / perWorkingDay));
}
