import { type DayNumber, fromDayNumber, yearOfDay } from "./calendar-day";
import type { WorkingCalendar } from "./compile-calendar";
import { SlaError } from "./errors";
import { dayOfMoment, makeMoment, SECONDS_PER_MINUTE, secondOfDay } from "./local-moment";
import type { MinuteInterval } from "./office-hours";
import type { LocalMoment } from "./types";
import { indexOfDay } from "./working-calendar";

const NONE: readonly MinuteInterval[] = [];
const LAST_SECOND = 86_399;

export function intervalsAt(calendar: WorkingCalendar, index: number): readonly MinuteInterval[] {
  return calendar.patterns[calendar.patternOfDay[index] ?? 0] ?? NONE;
}

/** The working clock: working seconds from the calendar's first day to the moment. Throws `calendarYearMissing`. */
export function workingSecondsAt(calendar: WorkingCalendar, moment: LocalMoment): number {
  const index = indexOfDay(calendar, dayOfMoment(moment));
  const second = secondOfDay(moment);
  let worked = calendar.secondsBefore[index] ?? 0;
  for (const { from, until } of intervalsAt(calendar, index)) {
    const start = from * SECONDS_PER_MINUTE;
    if (second > start) worked += Math.min(second, until * SECONDS_PER_MINUTE) - start;
  }
  return worked;
}

/** Working seconds from one moment to another; negative when `until` is earlier. */
export function workingSecondsBetween(calendar: WorkingCalendar, from: LocalMoment, until: LocalMoment): number {
  return workingSecondsAt(calendar, until) - workingSecondsAt(calendar, from);
}

function momentAt(calendar: WorkingCalendar, index: number, second: number): LocalMoment {
  // An office open until midnight closes at 24:00, which no clock shows.
  return makeMoment(fromDayNumber(calendar.firstDay + index), Math.min(second, LAST_SECOND));
}

/**
 * The earliest moment at which the working clock shows `seconds`: the end of an interval, not the start of the
 * next. Throws `calendarYearMissing` beyond the calendar's end.
 */
export function momentAtWorkingSeconds(calendar: WorkingCalendar, seconds: number): LocalMoment {
  const index = dayReaching(calendar, seconds);
  let left = seconds - (calendar.secondsBefore[index] ?? 0);
  for (const { from, until } of intervalsAt(calendar, index)) {
    const length = (until - from) * SECONDS_PER_MINUTE;
    if (left <= length) return momentAt(calendar, index, from * SECONDS_PER_MINUTE + left);
    left -= length;
  }
  return momentAt(calendar, index, 0);
}

/** The first day at whose end the clock shows at least `seconds`. */
function dayReaching(calendar: WorkingCalendar, seconds: number): number {
  const { secondsBefore } = calendar;
  const days = secondsBefore.length - 1;
  if ((secondsBefore[days] ?? 0) < seconds) throw missingYear(calendar.lastDay + 1);
  let low = 0;
  let high = days - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((secondsBefore[middle + 1] ?? 0) >= seconds) high = middle;
    else low = middle + 1;
  }
  return low;
}

function missingYear(beyond: DayNumber): SlaError {
  return new SlaError("calendarYearMissing", { year: yearOfDay(fromDayNumber(beyond)) });
}

/** The moment itself during office hours, otherwise the next opening. Throws `calendarYearMissing`. */
export function nextWorkingMoment(calendar: WorkingCalendar, moment: LocalMoment): LocalMoment {
  const first = indexOfDay(calendar, dayOfMoment(moment));
  const second = secondOfDay(moment);
  const days = calendar.patternOfDay.length;
  const opening = openingFrom(intervalsAt(calendar, first), second);
  if (opening !== null) return momentAt(calendar, first, opening);
  const next = calendar.workingDays[calendar.workingDaysBefore[first + 1] ?? days];
  if (next === undefined) throw missingYear(calendar.lastDay + 1);
  const index = next - calendar.firstDay;
  return momentAt(calendar, index, openingFrom(intervalsAt(calendar, index), 0) ?? 0);
}

/** The second itself when the office is open, the next opening of the day, or null when there is none. */
function openingFrom(intervals: readonly MinuteInterval[], second: number): number | null {
  for (const { from, until } of intervals) {
    if (second < until * SECONDS_PER_MINUTE) return Math.max(second, from * SECONDS_PER_MINUTE);
  }
  return null;
}

/** The last moment of office hours on a working day; null on a day off. */
export function closingMoment(calendar: WorkingCalendar, moment: LocalMoment): LocalMoment | null {
  const index = indexOfDay(calendar, dayOfMoment(moment));
  const last = intervalsAt(calendar, index).at(-1);
  return last ? momentAt(calendar, index, last.until * SECONDS_PER_MINUTE) : null;
}
