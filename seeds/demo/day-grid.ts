import {
  addCalendarMonths,
  type CalendarDay,
  compileCalendar,
  type DayNumber,
  fromDayNumber,
  parseDay,
  toDayNumber,
  type WorkingCalendar,
} from "@/lib/sla";
import { CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR, type SeedCalendarDay } from "../reference/read-calendar-days";

export type { DayNumber } from "@/lib/sla";

/** The engine's calendar with days as numbers: plans add and subtract many of them. */
export type DayGrid = {
  readonly calendar: WorkingCalendar;
  readonly toDay: (day: string) => DayNumber;
  readonly toText: (day: DayNumber) => CalendarDay;
  readonly isWorking: (day: DayNumber) => boolean;
  /** The count-th working day after the day (before it when negative); the day itself for 0. */
  readonly addWorking: (day: DayNumber, count: number) => DayNumber;
  /** The day itself when it is worked, otherwise the last worked one before it. */
  readonly backToWorking: (day: DayNumber) => DayNumber;
  /** Working days of "YYYY-MM", ascending. */
  readonly workingDaysOf: (month: string) => readonly DayNumber[];
  /** The same day of the month so many months earlier, or that month's last day. */
  readonly monthsBefore: (day: DayNumber, months: number) => DayNumber;
};

/** Throws, here and in its functions, for days outside the calendar's years. */
export function createDayGrid(rows: readonly SeedCalendarDay[]): DayGrid {
  const calendar = compileCalendar({
    version: 1,
    firstYear: CALENDAR_FIRST_YEAR,
    lastYear: CALENDAR_LAST_YEAR,
    entries: rows,
  });
  const { firstDay, workingDays, workingDaysBefore } = calendar;
  const known = (value: number | undefined): number => {
    if (value === undefined) throw new Error("outside the calendar");
    return value;
  };
  const before = (day: DayNumber): number => known(workingDaysBefore[day - firstDay]);
  const isWorking = (day: DayNumber): boolean => before(day + 1) > before(day);
  const addWorking = (day: DayNumber, count: number): DayNumber => {
    if (count === 0) return day;
    return known(workingDays[count > 0 ? before(day + 1) + count - 1 : before(day) + count]);
  };
  return {
    calendar,
    toDay: (text) => toDayNumber(parseDay(text)),
    toText: fromDayNumber,
    isWorking,
    addWorking,
    backToWorking: (day) => (isWorking(day) ? day : addWorking(day, -1)),
    workingDaysOf: (month) => {
      const first = parseDay(`${month}-01`);
      const next = toDayNumber(addCalendarMonths(first, 1));
      return Array.from(workingDays.subarray(before(toDayNumber(first)), before(next)));
    },
    monthsBefore: (day, months) => toDayNumber(addCalendarMonths(fromDayNumber(day), -months)),
  };
}
