import { type DayNumber, formatDay, toDayNumber, weekdayOf } from "./calendar-day";
import { SlaError } from "./errors";
import { checkIntervals, type MinuteInterval, OFFICE_HOURS, secondsIn } from "./office-hours";
import type { CalendarEntry } from "./types";

/** Intervals of each weekday, Monday first; an empty list is a day off. */
export type WeekPattern = readonly (readonly MinuteInterval[])[];

export type CalendarSource = {
  readonly version: number;
  /** First and last year for which the days off are known. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly entries: readonly CalendarEntry[];
  /** Entries of one place, over those of the province: a closure there, a session of its own. */
  readonly localEntries?: readonly CalendarEntry[];
  /** Defaults to `hours` from Monday to Friday. */
  readonly weekPattern?: WeekPattern;
  /** Hours of an ordinary working day, and of a make-up day that names none. */
  readonly hours?: readonly MinuteInterval[];
  /** Years after `lastYear` that may be used without being decreed: weekends only, and marked so. */
  readonly provisionalYears?: number;
};

/** A calendar ready for use: prefix sums over its days, index 0 being the first of January of `firstYear`. */
export type WorkingCalendar = {
  readonly version: number;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** Last day whose days off are decreed; later ones are provisional. */
  readonly lastDecreedDay: DayNumber;
  /** Working days before the day: one longer than the days. */
  readonly workingDaysBefore: Int32Array;
  /** Day numbers of the working days, ascending. */
  readonly workingDays: Int32Array;
  /** Working seconds before the day: one longer than the days. */
  readonly secondsBefore: Float64Array;
  /** Index into `patterns` of the hours of each day. */
  readonly patternOfDay: Uint16Array;
  readonly patterns: readonly (readonly MinuteInterval[])[];
  readonly entryOn: ReadonlyMap<DayNumber, CalendarEntry>;
};

const DAYS_PER_WEEK = 7;
const FRIDAY = 4;

/**
 * Compiles days off and make-up days to prefix sums. The same entry twice is harmless; a day both off and
 * worked is not. Throws `calendarYearsReversed`, `calendarHoursInvalid`, `calendarEntryOutside`,
 * `calendarEntriesContradict`, and `calendarWithoutWork` for a calendar nothing could ever be due in.
 */
export function compileCalendar(source: CalendarSource): WorkingCalendar {
  const { version, firstYear, lastYear } = source;
  if (lastYear < firstYear) throw new SlaError("calendarYearsReversed", { firstYear, lastYear });
  const firstDay = toDayNumber(formatDay(firstYear, 1, 1));
  const lastDecreedDay = toDayNumber(formatDay(lastYear, 12, 31));
  const lastDay = toDayNumber(formatDay(lastYear + (source.provisionalYears ?? 0), 12, 31));
  const hours = source.hours ?? OFFICE_HOURS;
  const week = source.weekPattern ?? ordinaryWeek(hours);
  if (week.length !== DAYS_PER_WEEK) throw new SlaError("calendarHoursInvalid", { weekdays: week.length });
  const entryOn = collectEntries(source, firstDay, lastDecreedDay);

  const patterns: (readonly MinuteInterval[])[] = [];
  const indexOf = new Map<readonly MinuteInterval[], number>();
  const indexOfPattern = (pattern: readonly MinuteInterval[]): number => {
    const known = indexOf.get(pattern);
    if (known !== undefined) return known;
    checkIntervals(pattern);
    indexOf.set(pattern, patterns.length);
    return patterns.push(pattern) - 1;
  };
  const closed: readonly MinuteInterval[] = [];
  const size = lastDay - firstDay + 1;
  const workingDaysBefore = new Int32Array(size + 1);
  const secondsBefore = new Float64Array(size + 1);
  const patternOfDay = new Uint16Array(size);
  const workingDays: number[] = [];
  for (let index = 0; index < size; index++) {
    const day = firstDay + index;
    const entry = entryOn.get(day);
    const pattern = entry ? hoursOf(entry, hours, closed) : (week[weekdayOf(day)] ?? closed);
    const seconds = secondsIn(pattern);
    patternOfDay[index] = indexOfPattern(pattern);
    if (seconds > 0) workingDays.push(day);
    workingDaysBefore[index + 1] = workingDays.length;
    secondsBefore[index + 1] = (secondsBefore[index] ?? 0) + seconds;
  }
  if (workingDays.length === 0) throw new SlaError("calendarWithoutWork", { version });
  return {
    version,
    firstDay,
    lastDay,
    lastDecreedDay,
    workingDaysBefore,
    workingDays: Int32Array.from(workingDays),
    secondsBefore,
    patternOfDay,
    patterns,
    entryOn,
  };
}

function ordinaryWeek(hours: readonly MinuteInterval[]): WeekPattern {
  const closed: readonly MinuteInterval[] = [];
  return Array.from({ length: DAYS_PER_WEEK }, (_, weekday) => (weekday <= FRIDAY ? hours : closed));
}

function hoursOf(
  entry: CalendarEntry,
  hours: readonly MinuteInterval[],
  closed: readonly MinuteInterval[],
): readonly MinuteInterval[] {
  if (entry.kind === "off") return closed;
  return entry.hours ?? hours;
}

function collectEntries(source: CalendarSource, first: DayNumber, last: DayNumber): Map<DayNumber, CalendarEntry> {
  const entryOn = new Map<DayNumber, CalendarEntry>();
  for (const layer of [source.entries, source.localEntries ?? []]) {
    const ofLayer = new Map<DayNumber, CalendarEntry>();
    for (const entry of layer) {
      const day = toDayNumber(entry.day);
      if (day < first || day > last) throw new SlaError("calendarEntryOutside", { day: entry.day });
      const other = ofLayer.get(day);
      if (other && other.kind !== entry.kind) throw new SlaError("calendarEntriesContradict", { day: entry.day });
      if (!other) ofLayer.set(day, entry);
    }
    for (const [day, entry] of ofLayer) entryOn.set(day, entry);
  }
  return entryOn;
}
