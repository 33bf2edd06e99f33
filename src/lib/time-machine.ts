import { addMonths, firstOfMonth, lastOfMonth, monthOf, namePeriod, type Period, yearOf } from "./period";
import { addDays, type CalendarDay } from "./sla";

/** How many month ends back the machine goes. */
export const TIME_MACHINE_MONTHS = 24;

/**
 * The same kind of period, ending with the month of `monthEnd`: the year from January on, a reporting month 21→20, or
 * as many months. Never past `asOf`.
 */
export function movePeriod(period: Period, monthEnd: CalendarDay, asOf: CalendarDay): Period {
  const first = firstOfMonth(monthEnd);
  const to = monthEnd > asOf ? asOf : monthEnd;
  if (namePeriod(period).kind === "reportingMonth") {
    return { from: addDays(addMonths(first, -1), 20), to: addDays(first, 19) };
  }
  const isFromJanuary = period.from.endsWith("-01-01") && yearOf(period.from) === yearOf(period.to);
  const months = 12 * (yearOf(period.to) - yearOf(period.from)) + monthOf(period.to) - monthOf(period.from);
  return { from: addMonths(first, isFromJanuary ? 1 - monthOf(first) : -months), to };
}

/** Whether the day lies in the month that ends, as far as the data go, with the other. */
export function isInMonthOf(day: CalendarDay, monthEnd: CalendarDay): boolean {
  return firstOfMonth(day) === firstOfMonth(monthEnd) && day <= monthEnd;
}

/** The ends of the newest months that the data speak for, oldest first; the last may be the as-of day itself. */
export function monthEnds(asOf: CalendarDay): CalendarDay[] {
  return Array.from({ length: TIME_MACHINE_MONTHS }, (_, index) => {
    const end = lastOfMonth(addMonths(asOf, index + 1 - TIME_MACHINE_MONTHS));
    return end > asOf ? asOf : end;
  });
}
