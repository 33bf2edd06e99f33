import { fromDayNumber, toDayNumber, yearOfDay } from "./calendar-day";
import type { WorkingCalendar } from "./compile-calendar";
import { SlaError } from "./errors";
import type { CalendarDay } from "./types";

/** Position of a day in the prefix sums. Throws `calendarYearMissing` with the year. */
export function indexOfDay(calendar: WorkingCalendar, day: CalendarDay): number {
  const number = toDayNumber(day);
  if (number < calendar.firstDay || number > calendar.lastDay) {
    throw new SlaError("calendarYearMissing", { year: yearOfDay(day) });
  }
  return number - calendar.firstDay;
}

/** True when a year of the calendar is used that was not decreed when it was compiled. */
export function isProvisional(calendar: WorkingCalendar, day: CalendarDay): boolean {
  return toDayNumber(day) > calendar.lastDecreedDay;
}

export function isWorkingDay(calendar: WorkingCalendar, day: CalendarDay): boolean {
  const index = indexOfDay(calendar, day);
  return workingDaysUntil(calendar, index + 1) > workingDaysUntil(calendar, index);
}

/** Working days before the day at a position of the prefix sums. */
export function workingDaysUntil(calendar: WorkingCalendar, index: number): number {
  return calendar.workingDaysBefore[index] ?? 0;
}

/** The working day at a position counted from the calendar's first; throws `calendarYearMissing` beyond its ends. */
export function workingDayAt(calendar: WorkingCalendar, position: number): CalendarDay {
  const day = calendar.workingDays[position];
  if (day !== undefined) return fromDayNumber(day);
  const beyond = position < 0 ? calendar.firstDay - 1 : calendar.lastDay + 1;
  throw new SlaError("calendarYearMissing", { year: yearOfDay(fromDayNumber(beyond)) });
}

/**
 * The `count`-th working day after `day` (before it, when negative); the day itself is not counted.
 * Zero: the day itself, or the next working day when it is off.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: CalendarDay, count: number): CalendarDay {
  const index = indexOfDay(calendar, day);
  if (count <= 0) return workingDayAt(calendar, workingDaysUntil(calendar, index) + count);
  return workingDayAt(calendar, workingDaysUntil(calendar, index + 1) + count - 1);
}

/** Working days after `from`, up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: CalendarDay, until: CalendarDay): number {
  const start = workingDaysUntil(calendar, indexOfDay(calendar, from) + 1);
  return Math.max(0, workingDaysUntil(calendar, indexOfDay(calendar, until) + 1) - start);
}

/** A day that an ordinary week would not lead one to expect, or a weekend. */
export type NotableDay = {
  readonly day: CalendarDay;
  readonly why: "weekend" | "off" | "makeUp";
  /** What the calendar calls it, and the document it rests on; null for a plain weekend. */
  readonly name: string | null;
  readonly basis: string | null;
};

/** Days off, and make-up days, after `from` up to and including `until`. */
export function skippedDays(calendar: WorkingCalendar, from: CalendarDay, until: CalendarDay): NotableDay[] {
  const days: NotableDay[] = [];
  const last = indexOfDay(calendar, until);
  for (let index = indexOfDay(calendar, from) + 1; index <= last; index++) {
    const number = calendar.firstDay + index;
    const day = fromDayNumber(number);
    const entry = calendar.entryOn.get(number);
    if (entry) {
      days.push({ day, why: entry.kind === "off" ? "off" : "makeUp", name: entry.name, basis: entry.basis });
    } else if (!isWorkingDay(calendar, day)) {
      days.push({ day, why: "weekend", name: null, basis: null });
    }
  }
  return days;
}
