import type { WorkingCalendar } from "./compile-calendar";
import type { CalendarDay, DossierTimeline } from "./types";
import { isWorkingDay, workingDaysBetween } from "./working-calendar";

/** Working days after receipt, up to and including `end`, that lie in a pause. */
export function pausedWorkingDays(timeline: DossierTimeline, calendar: WorkingCalendar, end: CalendarDay): number {
  let days = 0;
  for (const { from, until } of timeline.pausedSpans) {
    if (from > end) continue;
    const isFirstDay = from > timeline.receivedOn && isWorkingDay(calendar, from) ? 1 : 0;
    const endsLater = until === null || until > end;
    const last = endsLater ? end : until;
    const lastIsOutside = !endsLater && isWorkingDay(calendar, last) ? 1 : 0;
    days += isFirstDay + workingDaysBetween(calendar, from, last) - lastIsOutside;
  }
  return days;
}

/** Working days used up after receipt until it ended, or until the end of the as-of day; pauses left out. */
export function workingAge(timeline: DossierTimeline, calendar: WorkingCalendar, asOf: CalendarDay): number {
  const { closedOn, receivedOn } = timeline;
  const end = closedOn !== null && closedOn <= asOf ? closedOn : asOf;
  return workingDaysBetween(calendar, receivedOn, end) - pausedWorkingDays(timeline, calendar, end);
}
