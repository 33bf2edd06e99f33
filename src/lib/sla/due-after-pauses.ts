import { compareDays } from "./calendar-day";
import type { WorkingCalendar } from "./compile-calendar";
import { SlaError } from "./errors";
import { mergePauses } from "./merge-pauses";
import type { CalendarDay, LocalMoment, Pause } from "./types";
import { addWorkingDays, indexOfDay, workingDayAt, workingDaysUntil } from "./working-calendar";
import { momentAtWorkingSeconds, nextWorkingMoment, workingSecondsAt } from "./working-clock";

/** While a pause lasts there is no due day, only working time that is left. */
export type DueAfterPauses =
  | { readonly dueOn: CalendarDay; readonly workingDaysLeft: null }
  | { readonly dueOn: null; readonly workingDaysLeft: number };

/**
 * Counts a limit in working days with the clock stopped on the days of the pauses. A pause that begins once the
 * time is used up moves nothing; one without working days in it moves nothing either.
 */
export function computeDueAfterPauses(
  calendar: WorkingCalendar,
  receivedOn: CalendarDay,
  workingDays: number,
  pauses: readonly Pause[],
): DueAfterPauses {
  if (workingDays === 0) return { dueOn: addWorkingDays(calendar, receivedOn, 0), workingDaysLeft: null };
  let left = workingDays;
  // Working days up to which time has been counted: on from receipt, on from the end of each pause.
  let counted = workingDaysUntil(calendar, indexOfDay(calendar, receivedOn) + 1);
  for (const { from, until } of mergePauses(pauses, receivedOn, null)) {
    const used = Math.max(0, workingDaysUntil(calendar, indexOfDay(calendar, from)) - counted);
    if (used >= left) break;
    left -= used;
    if (until === null) return { dueOn: null, workingDaysLeft: left };
    counted = workingDaysUntil(calendar, indexOfDay(calendar, until));
  }
  return { dueOn: workingDayAt(calendar, counted + left - 1), workingDaysLeft: null };
}

/** Half-open span of moments; `until` null: not ended. */
export type MomentSpan = { readonly from: LocalMoment; readonly until: LocalMoment | null };

export type DueMoment =
  | { readonly dueAt: LocalMoment; readonly workingSecondsLeft: null }
  | { readonly dueAt: null; readonly workingSecondsLeft: number };

/**
 * The same on the working clock, to the second: pauses may overlap, be nested, be given in any order, begin or
 * end outside office hours. Throws `pauseReversed`.
 */
export function computeDueMoment(
  calendar: WorkingCalendar,
  receivedAt: LocalMoment,
  workingSeconds: number,
  pauses: readonly MomentSpan[],
): DueMoment {
  const start = nextWorkingMoment(calendar, receivedAt);
  if (workingSeconds === 0) return { dueAt: start, workingSecondsLeft: null };
  let left = workingSeconds;
  let clock = workingSecondsAt(calendar, start);
  const sorted = [...pauses].sort((a, b) => compareDays(a.from, b.from));
  for (const { from, until } of sorted) {
    if (until !== null && until < from) throw new SlaError("pauseReversed", { from, until });
    const begins = workingSecondsAt(calendar, from);
    if (begins - clock >= left) break;
    left -= Math.max(0, begins - clock);
    if (until === null) return { dueAt: null, workingSecondsLeft: left };
    clock = Math.max(clock, begins, workingSecondsAt(calendar, until));
  }
  return { dueAt: momentAtWorkingSeconds(calendar, clock + left), workingSecondsLeft: null };
}
