import "server-only";
import type { CalendarDay, Receipt, TimeLimit, WorkingCalendar } from "@/lib/sla";
import { computedDueOn } from "./computed-due-on";

/** By the day of receipt, or by its moment: days since 1970-01-01, or seconds. */
type DueDays = Map<number, CalendarDay | null>;

/** A receipt with its day, in days since 1970-01-01, and the second of it. */
type CountedReceipt = Receipt & { readonly dayNumber: number; readonly second: number | null };

const SECONDS_PER_DAY = 86_400;
/** Of one calendar and limit: a year has half as many minutes in which an office is open. */
const MOST_KNOWN = 100_000;

/**
 * Computed due days that are remembered: where a limit is of whole days the hour of receipt says nothing, and a year has
 * few days; where it is of hours, many dossiers are received in the same minutes.
 */
export class ComputedDueDays {
  private readonly known = new Map<WorkingCalendar, Map<TimeLimit, DueDays>>();

  /** As `computedDueOn`. */
  of(calendar: WorkingCalendar, received: CountedReceipt, limit: TimeLimit | null): CalendarDay | null {
    if (limit === null) return null;
    const isOfHours = limit.unit === "workingHour" || limit.amount === 0;
    // A receipt without a time is kept between two seconds.
    const when = isOfHours ? received.dayNumber * SECONDS_PER_DAY + (received.second ?? -0.5) : received.dayNumber;
    const days = this.daysOf(calendar, limit);
    const known = days.get(when);
    if (known !== undefined) return known;
    const computed = computedDueOn(calendar, received, limit);
    if (days.size >= MOST_KNOWN) days.clear();
    days.set(when, computed);
    return computed;
  }

  private daysOf(calendar: WorkingCalendar, limit: TimeLimit): DueDays {
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
