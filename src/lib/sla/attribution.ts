import { addDays } from "./calendar-day";
import { classOn } from "./class-on";
import type { WorkingCalendar } from "./compile-calendar";
import type { CalendarDay, DossierTimeline } from "./types";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "./working-calendar";

/** The day by which a dossier is put into a month. */
export const MONTH_BASES = ["received", "due", "finished"] as const;
export type MonthBasis = (typeof MONTH_BASES)[number];

/** The day that puts a dossier into a month; null when it has none on that basis. Once on each basis. */
export function attributionDay(timeline: DossierTimeline, basis: MonthBasis): CalendarDay | null {
  if (!timeline.counted) return null;
  switch (basis) {
    case "received":
      return timeline.receivedOn;
    case "due":
      return timeline.dueCountedOn;
    case "finished":
      return timeline.closedOn;
  }
}

/** In time at the end of the day, and due within so many working days after it, that day included. */
export function isDueSoon(
  timeline: DossierTimeline,
  calendar: WorkingCalendar,
  asOf: CalendarDay,
  workingDays: number,
): boolean {
  const { dueCountedOn } = timeline;
  if (dueCountedOn === null || classOn(timeline, asOf) !== "inTime") return false;
  return workingDaysBetween(calendar, asOf, dueCountedOn) <= workingDays;
}

/** The last day due within so many working days after a day: what `isDueSoon` says, as a bound. Throws `calendarYearMissing`. */
export function lastDueSoonDay(calendar: WorkingCalendar, asOf: CalendarDay, workingDays: number): CalendarDay {
  return addDays(addWorkingDays(calendar, asOf, workingDays + 1), -1);
}

/** The last due day that is at least so many working days past on the evening of a day. Throws `calendarYearMissing`. */
export function lastDueDayPast(calendar: WorkingCalendar, asOf: CalendarDay, workingDays: number): CalendarDay {
  if (workingDays <= 0) return addDays(asOf, -1);
  return addDays(addWorkingDays(calendar, asOf, (isWorkingDay(calendar, asOf) ? 1 : 0) - workingDays), -1);
}

/** Paused at the end of the day, and on each of so many calendar days before it. */
export function isPausedLong({ pausedSpans }: DossierTimeline, asOf: CalendarDay, days: number): boolean {
  const since = addDays(asOf, -days);
  return pausedSpans.some(({ from, until }) => from <= since && (until === null || asOf < until));
}
