import { compareDays, formatDay, fromDayNumber } from "./calendar-day";
import { type CalendarSource, compileCalendar, type WorkingCalendar } from "./compile-calendar";
import type { CalendarDay, CalendarEntry } from "./types";
import { isWorkingDay } from "./working-calendar";
import { intervalsAt } from "./working-clock";

/**
 * - `withoutDocument`: an entry must name the document it rests on.
 * - `makeUpOfWorkingDay`: a make-up day on a day that is worked anyway makes up for nothing.
 * - `alreadyOff`: a day off on a day that is off anyway; harmless, but perhaps a slip.
 * - `outsideYears`, `contradicts`: what `compileCalendar` refuses.
 */
export const CALENDAR_PROBLEMS = [
  "withoutDocument",
  "makeUpOfWorkingDay",
  "alreadyOff",
  "outsideYears",
  "contradicts",
] as const;
export type CalendarProblemCode = (typeof CALENDAR_PROBLEMS)[number];

export type CalendarProblem = {
  readonly code: CalendarProblemCode;
  readonly day: CalendarDay;
  /** False when the calendar may be published all the same. */
  readonly refused: boolean;
};

/** What is wrong with the local entries of a calendar, or, when it has none, with its entries; by day. */
export function checkCalendar(source: CalendarSource): CalendarProblem[] {
  const { localEntries } = source;
  const under = { ...source, entries: localEntries ? source.entries : [], localEntries: [] };
  const plain = compileCalendar(under);
  const problems: CalendarProblem[] = [];
  const seen = new Map<CalendarDay, CalendarEntry>();
  for (const entry of localEntries ?? source.entries) {
    const { day } = entry;
    const report = (code: CalendarProblemCode, refused = true) => problems.push({ code, day, refused });
    if (entry.basis.trim() === "") report("withoutDocument");
    const other = seen.get(day);
    seen.set(day, entry);
    if (other && other.kind !== entry.kind) report("contradicts");
    if (day < formatDay(source.firstYear, 1, 1) || day > formatDay(source.lastYear, 12, 31)) report("outsideYears");
    else if (entry.kind === "off" && !isWorkingDay(plain, day)) report("alreadyOff", false);
    else if (entry.kind === "work" && !entry.hours && isWorkingDay(plain, day)) report("makeUpOfWorkingDay");
  }
  return problems.sort((a, b) => compareDays(a.day, b.day));
}

/** Days whose hours differ between two calendars, within the years that both hold. */
export function changedDays(before: WorkingCalendar, after: WorkingCalendar): CalendarDay[] {
  const days: CalendarDay[] = [];
  const first = Math.max(before.firstDay, after.firstDay);
  const last = Math.min(before.lastDay, after.lastDay);
  for (let day = first; day <= last; day++) {
    const [a, b] = [intervalsAt(before, day - before.firstDay), intervalsAt(after, day - after.firstDay)];
    const isSame =
      a.length === b.length && a.every(({ from, until }, at) => from === b[at]?.from && until === b[at]?.until);
    if (!isSame) days.push(fromDayNumber(day));
  }
  return days;
}

/**
 * Whether a computed due day can move when a day of the calendar changes: only if the dossier was received
 * before the end of that day and was not due before it. Promised days never move.
 */
export function canMove(changed: CalendarDay, receivedOn: CalendarDay, computedDueOn: CalendarDay): boolean {
  return receivedOn <= changed && changed <= computedDueOn;
}
