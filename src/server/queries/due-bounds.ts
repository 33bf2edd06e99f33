import "server-only";
import { DUE_SOON_WORKING_DAYS, type Measure } from "@/lib/filters";
import { OVERDUE_AGE_BOUNDS, OVERDUE_AGES } from "@/lib/overdue-ages";
import { addDays, type CalendarDay, lastDueDayPast, lastDueSoonDay, SlaError, type WorkingCalendar } from "@/lib/sla";

/** Half-open from below: due days after `after`, up to and including `until`. */
export type DueBounds = { readonly after: CalendarDay | "-infinity"; readonly until: CalendarDay | "-infinity" };

/** Between which due days the dossiers of a measure lie, by the calendar of their unit; wide for measures without. */
export function dueBounds(measure: Measure, calendar: WorkingCalendar, asOf: CalendarDay): DueBounds {
  const age = OVERDUE_AGES.find((name) => name === measure);
  if (age === undefined) {
    return { after: "-infinity", until: measure === "dueSoon" ? lastDayOfSoon(calendar, asOf) : asOf };
  }
  const { from, to } = OVERDUE_AGE_BOUNDS[age];
  return {
    after: to === null ? "-infinity" : (dueDayPast(calendar, asOf, to + 1) ?? "-infinity"),
    until: dueDayPast(calendar, asOf, from) ?? "-infinity",
  };
}

/** Null where that lies before the calendar's first year. */
function dueDayPast(calendar: WorkingCalendar, asOf: CalendarDay, workingDays: number): CalendarDay | null {
  try {
    return lastDueDayPast(calendar, asOf, workingDays);
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return null;
    throw error;
  }
}

/** Where the next year's days off are not decreed yet, days count as they come. */
function lastDayOfSoon(calendar: WorkingCalendar, asOf: CalendarDay): CalendarDay {
  try {
    return lastDueSoonDay(calendar, asOf, DUE_SOON_WORKING_DAYS);
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return addDays(asOf, DUE_SOON_WORKING_DAYS);
    throw error;
  }
}
