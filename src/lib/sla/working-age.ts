import type { WorkingCalendar } from "./compile-calendar";
import type { CalendarDay, DaySpan, DossierTimeline } from "./types";
import { isWorkingDay, workingDaysBetween } from "./working-calendar";

/** What of a timeline tells how long work has lasted. */
export type AgingTimeline = Pick<DossierTimeline, "receivedOn" | "closedOn" | "pausedSpans">;

/** A span in which the clock stood, as known on a day; `until` null: it stood still that evening. */
export type ClockStop = DaySpan & { readonly workingDays: number };

/** The pauses that stopped the clock, and the working days after receipt, up to and including `end`, in each. */
export function clockStops(timeline: AgingTimeline, calendar: WorkingCalendar, end: CalendarDay): ClockStop[] {
  const stops: ClockStop[] = [];
  for (const { from, until } of timeline.pausedSpans) {
    if (from > end) continue;
    const isFirstDay = from > timeline.receivedOn && isWorkingDay(calendar, from) ? 1 : 0;
    const endsLater = until === null || until > end;
    const last = endsLater ? end : until;
    const lastIsOutside = !endsLater && isWorkingDay(calendar, last) ? 1 : 0;
    const workingDays = isFirstDay + workingDaysBetween(calendar, from, last) - lastIsOutside;
    stops.push({ from, until: endsLater ? null : until, workingDays });
  }
  return stops;
}

/** Working days after receipt, up to and including `end`, that lie in a pause. */
export function pausedWorkingDays(timeline: AgingTimeline, calendar: WorkingCalendar, end: CalendarDay): number {
  return clockStops(timeline, calendar, end).reduce((sum, { workingDays }) => sum + workingDays, 0);
}

/** Working days used up after receipt until it ended, or until the end of the as-of day; pauses left out. */
export function workingAge(timeline: AgingTimeline, calendar: WorkingCalendar, asOf: CalendarDay): number {
  const { closedOn, receivedOn } = timeline;
  const end = closedOn !== null && closedOn <= asOf ? closedOn : asOf;
  return workingDaysBetween(calendar, receivedOn, end) - pausedWorkingDays(timeline, calendar, end);
}
