import "server-only";
import {
  type CalendarDay,
  computeDueDay,
  type Receipt,
  SlaError,
  type TimeLimit,
  type WorkingCalendar,
} from "@/lib/sla";

/** The due day the time limit would give; null without a limit, and where the calendar holds no year for it. */
export function computedDueOn(
  calendar: WorkingCalendar,
  received: Receipt,
  limit: TimeLimit | null,
): CalendarDay | null {
  if (limit === null) return null;
  try {
    return computeDueDay(calendar, received, limit).dueOn;
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return null;
    throw error;
  }
}
