import { addDays, compareDays } from "./calendar-day";
import type { WorkingCalendar } from "./compile-calendar";
import { type CalendarDay, type Pause, PAUSE_REASONS, type PauseReason } from "./types";
import { workingDaysBetween } from "./working-calendar";

/** A finished dossier: received, closed, and whatever stopped it meanwhile, also after its promised day. */
export type FinishedLife = {
  readonly receivedOn: CalendarDay;
  readonly closedOn: CalendarDay;
  readonly pauses: readonly Pause[];
};

/** Working days after receipt up to the day it was closed: all of them, and what they went on. */
export type TimeAccount = { readonly total: number; readonly working: number } & Readonly<Record<PauseReason, number>>;

/**
 * Where a finished dossier's working days went. A day in two pauses belongs to the one that began first; the day on
 * which work goes on again is a day of work. Throws `calendarYearMissing`.
 */
export function accountForTime(calendar: WorkingCalendar, { receivedOn, closedOn, pauses }: FinishedLife): TimeAccount {
  const total = workingDaysBetween(calendar, receivedOn, closedOn);
  const waited: Record<PauseReason, number> = { awaitingSupplement: 0, awaitingPayment: 0, stopped: 0 };
  let counted = addDays(receivedOn, 1);
  for (const { from, until, reason } of [...pauses].sort((a, b) => compareDays(a.from, b.from))) {
    const begin = compareDays(from, counted) < 0 ? counted : from;
    const end = until === null || until > closedOn ? closedOn : until;
    if (end <= begin) continue;
    waited[reason] += workingDaysBetween(calendar, addDays(begin, -1), addDays(end, -1));
    counted = end;
  }
  return { total, working: PAUSE_REASONS.reduce((left, reason) => left - waited[reason], total), ...waited };
}
