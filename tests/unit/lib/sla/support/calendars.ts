import { type CalendarEntry, type CalendarSource, compileCalendar, parseDay, type WorkingCalendar } from "@/lib/sla";
import {
  CALENDAR_FIRST_YEAR,
  CALENDAR_LAST_YEAR,
  readCalendarDays,
} from "../../../../../seeds/reference/read-calendar-days";

/** [day, "off" or "work"] */
export function entry([day, kind, hours]: readonly [
  string,
  CalendarEntry["kind"],
  CalendarEntry["hours"]?,
]): CalendarEntry {
  const row = { day: parseDay(day), kind, name: `named ${day}`, basis: `document of ${day}` };
  return hours ? { ...row, hours } : row;
}

/** A calendar of the given years with nothing but weekends, unless entries are given. */
export function calendar(given: Partial<CalendarSource> = {}): WorkingCalendar {
  return compileCalendar({ version: 1, firstYear: 2019, lastYear: 2021, entries: [], ...given });
}

/** The calendar of the seeds, 2018–2026, with its documents. */
export function vietnameseCalendar(given: Partial<CalendarSource> = {}): WorkingCalendar {
  return compileCalendar({
    version: 1,
    firstYear: CALENDAR_FIRST_YEAR,
    lastYear: CALENDAR_LAST_YEAR,
    entries: readCalendarDays().map((row) => ({ ...row, day: parseDay(row.day) })),
    ...given,
  });
}
