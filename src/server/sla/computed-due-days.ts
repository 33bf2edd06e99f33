import "server-only";
import type { CalendarDay, Receipt, TimeLimit, WorkingCalendar } from "@/lib/sla";
import { computedDueOn } from "./computed-due-on";

/** Computed due days that are remembered: where a limit is of whole days the hour of receipt says nothing, and a year has few days. */
export class ComputedDueDays {
  private readonly known = new Map<WorkingCalendar, Map<TimeLimit, Map<CalendarDay, CalendarDay | null>>>();

  /** As `computedDueOn`. */
  of(calendar: WorkingCalendar, received: Receipt, limit: TimeLimit | null): CalendarDay | null {
    if (limit === null || limit.unit === "workingHour" || limit.amount === 0) {
      return computedDueOn(calendar, received, limit);
    }
    const days = this.daysOf(calendar, limit);
    const known = days.get(received.on);
    if (known !== undefined) return known;
    const computed = computedDueOn(calendar, received, limit);
    days.set(received.on, computed);
    return computed;
  }

  private daysOf(calendar: WorkingCalendar, limit: TimeLimit): Map<CalendarDay, CalendarDay | null> {
    let ofCalendar = this.known.get(calendar);
    if (!ofCalendar) {
      ofCalendar = new Map();
      this.known.set(calendar, ofCalendar);
    }
    let days = ofCalendar.get(limit);
    if (!days) {
      days = new Map();
      ofCalendar.set(limit, days);
    }
    return days;
  }
}
