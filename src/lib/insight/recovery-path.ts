import { addMonths, firstOfMonth, lastOfMonth, type Period } from "@/lib/period";
import {
  addDays,
  type CalendarDay,
  consecutiveToTarget,
  daysBetween,
  firstFeasibleDay,
  planRecovery,
  type Rate,
  type Recovery,
  SlaError,
  type TargetRule,
  type WorkingCalendar,
  workingDaysBetween,
} from "@/lib/sla";

export type RecoveryInput = {
  readonly rate: Rate;
  readonly target: TargetRule;
  readonly period: Period;
  readonly asOf: CalendarDay;
  /** The day the target was ordered for; null for none. */
  readonly reachBy: CalendarDay | null;
  /** Of the newest months, oldest first. */
  readonly months: readonly Rate[];
  /** Open and overdue already: late whatever is done. */
  readonly overdue: number;
  readonly calendar: WorkingCalendar;
};

/** The rate of the whole period at the end of a day yet to come, 0 … 1. */
export type ConePoint = {
  readonly day: CalendarDay;
  readonly best: number;
  readonly pace: number;
  readonly worst: number;
};

export type RecoveryPath = {
  /** On time in a row, from now on; null when no number would do. */
  readonly consecutive: number | null;
  /** The same at the volume so far, in tenths of a month. */
  readonly tenthsOfMonths: number | null;
  /** First day by which so many can have been counted; null when unknown. */
  readonly feasibleOn: CalendarDay | null;
  /** The day looked ahead to, and what it would take by then. */
  readonly until: CalendarDay;
  readonly ahead: number;
  readonly plan: Recovery;
  /** Shares on time: of the newest months together, and of the worst of them. */
  readonly paceShare: number;
  readonly worstShare: number;
  readonly cone: readonly ConePoint[];
};

const PACE_MONTHS = 3;
const MOST_MONTHS_AHEAD = 6;
const DAYS_PER_MONTH = 365.25 / 12;

/** The day ordered, while it lies ahead; otherwise the end of the month that begins or runs on the next day. */
export function targetDay(asOf: CalendarDay, reachBy: CalendarDay | null): CalendarDay {
  return reachBy !== null && reachBy > asOf ? reachBy : lastOfMonth(addDays(asOf, 1));
}

/** What it would take to reach the target, and where the rate can go. Null when there is nothing to count. */
export function recoveryPath(input: RecoveryInput): RecoveryPath | null {
  const { rate, target, period, asOf, calendar } = input;
  if (rate === null) return null;
  const until = targetDay(asOf, input.reachBy);
  const perDay = rate.of / Math.max(1, workingDaysWithin(calendar, period.from, asOf));
  const aheadBy = (day: CalendarDay): number => Math.round(perDay * workingDaysAfter(calendar, asOf, day));
  const shares = input.months.flatMap((month) => (month === null ? [] : [month]));
  const recent = shares.slice(-PACE_MONTHS).reduce((sum, month) => ({ ok: sum.ok + month.ok, of: sum.of + month.of }), {
    ok: 0,
    of: 0,
  });
  const paceShare = recent.of === 0 ? rate.ok / rate.of : recent.ok / recent.of;
  const worstShare = Math.min(paceShare, ...shares.map(({ ok, of }) => ok / of));
  const ahead = aheadBy(until);
  const alreadyLate = Math.min(input.overdue, ahead);
  const plan = planRecovery(rate, target, { count: ahead, alreadyLate, onTimeShare: paceShare });
  if (plan === null) return null;
  const consecutive = consecutiveToTarget(rate, target);
  const feasibleOn = consecutive === null ? null : feasibleDay(calendar, asOf, consecutive, perDay);
  const after = (day: CalendarDay, share: number): number => {
    const more = aheadBy(day);
    return (rate.ok + share * more) / (rate.of + more);
  };
  return {
    consecutive,
    tenthsOfMonths: consecutive === null ? null : monthsOf(consecutive, rate.of, period, asOf),
    feasibleOn,
    until,
    ahead,
    plan,
    paceShare,
    worstShare,
    cone: coneDays(asOf, until, feasibleOn).map((day) => ({
      day,
      best: after(day, 1),
      pace: after(day, paceShare),
      worst: after(day, worstShare),
    })),
  };
}

/** The rate of a period up to a day of it. */
export type RunningRate = { readonly day: CalendarDay; readonly rate: NonNullable<Rate> };

type MonthRate = { readonly period: Period; readonly rate: Rate };

/** The rate of a period so far at each month's end; only at its own end when it does not begin with a month. */
export function runningRates(months: readonly MonthRate[], { from, to }: Period, whole: Rate): RunningRate[] {
  let [ok, of] = [0, 0];
  const running =
    from !== firstOfMonth(from) || !months.some(({ period }) => period.from === from)
      ? []
      : months
          .filter(({ period }) => from <= period.from && period.to <= to)
          .flatMap(({ period, rate }) => {
            ok += rate?.ok ?? 0;
            of += rate?.of ?? 0;
            return of === 0 ? [] : [{ day: period.to, rate: { ok, of } }];
          });
  if (running.length > 0 || whole === null) return running;
  return [{ day: to, rate: whole }];
}

function monthsOf(dossiers: number, counted: number, { from }: Period, asOf: CalendarDay): number {
  const perMonth = (counted * DAYS_PER_MONTH) / (daysBetween(from, asOf) + 1);
  return Math.round((10 * dossiers) / perMonth);
}

/** The as-of day and the ends of months, past the day ordered and the first day on which it can be done. */
function coneDays(asOf: CalendarDay, until: CalendarDay, feasibleOn: CalendarDay | null): CalendarDay[] {
  const goal = feasibleOn !== null && feasibleOn > until ? feasibleOn : until;
  const days = new Set([asOf, until]);
  for (let month = 0; month < MOST_MONTHS_AHEAD; month++) {
    const day = lastOfMonth(addMonths(addDays(asOf, 1), month));
    days.add(day);
    if (day >= goal && month > 0) break;
  }
  return [...days].sort();
}

/** In a year whose days off are not decreed yet, five days of seven count. */
function workingDaysAfter(calendar: WorkingCalendar, from: CalendarDay, until: CalendarDay): number {
  return orWhenYearMissing(
    () => workingDaysBetween(calendar, from, until),
    () => Math.round((Math.max(0, daysBetween(from, until)) * 5) / 7),
  );
}

function workingDaysWithin(calendar: WorkingCalendar, from: CalendarDay, to: CalendarDay): number {
  return workingDaysAfter(calendar, addDays(from, -1), to);
}

function feasibleDay(calendar: WorkingCalendar, asOf: CalendarDay, dossiers: number, perDay: number) {
  return orWhenYearMissing(
    () => firstFeasibleDay(calendar, asOf, dossiers, perDay),
    () => null,
  );
}

function orWhenYearMissing<Value>(ask: () => Value, otherwise: () => Value): Value {
  try {
    return ask();
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return otherwise();
    throw error;
  }
}
