import { addDays, type CalendarDay, daysBetween, parseDay } from "@/lib/sla";

/** Inclusive days, as official documents name them ("từ ngày … đến ngày …"). */
export type Period = { readonly from: CalendarDay; readonly to: CalendarDay };

export const PERIOD_PRESETS = [
  "week",
  "previousWeek",
  "month",
  "previousMonth",
  "reportingMonth",
  "quarter",
  "halfYear",
  "firstMonths",
  "yearToDate",
  "year",
] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** What a period is called; the words are in strings/periods.ts. */
export type PeriodName =
  | { kind: "day"; day: CalendarDay }
  | { kind: "week"; from: CalendarDay; to: CalendarDay }
  | { kind: "month"; month: number; year: number }
  | { kind: "reportingMonth"; month: number; year: number }
  | { kind: "quarter"; quarter: number; year: number }
  | { kind: "firstMonths"; months: number; year: number }
  | { kind: "year"; year: number }
  | { kind: "range"; from: CalendarDay; to: CalendarDay };

const MONTHS_PER_YEAR = 12;
/** Reporting months close on the 20th (domain practice of several provinces). */
const REPORTING_MONTH_LAST_DAY = 20;

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

function makeDay(year: number, month: number, day: number): CalendarDay {
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function yearOf(day: CalendarDay): number {
  return Number(day.slice(0, 4));
}

/** 1 … 12. */
export function monthOf(day: CalendarDay): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: CalendarDay): number {
  return Number(day.slice(8, 10));
}

export function firstOfMonth(day: CalendarDay): CalendarDay {
  return makeDay(yearOf(day), monthOf(day), 1);
}

/** The first day of the month `count` months after (or before) the month of `day`. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const months = yearOf(day) * MONTHS_PER_YEAR + monthOf(day) - 1 + count;
  return makeDay(Math.floor(months / MONTHS_PER_YEAR), (months % MONTHS_PER_YEAR) + 1, 1);
}

export function lastOfMonth(day: CalendarDay): CalendarDay {
  return addDays(addMonths(day, 1), -1);
}

/** The period a preset means on the given as-of day; never reaches beyond it. */
export function presetPeriod(preset: PeriodPreset, asOf: CalendarDay): Period {
  const year = yearOf(asOf);
  const month = monthOf(asOf);
  switch (preset) {
    case "week":
      return { from: mondayOf(asOf), to: asOf };
    case "previousWeek":
      return { from: addDays(mondayOf(asOf), -7), to: addDays(mondayOf(asOf), -1) };
    case "month":
      return { from: firstOfMonth(asOf), to: asOf };
    case "previousMonth":
      return { from: addMonths(asOf, -1), to: addDays(firstOfMonth(asOf), -1) };
    case "reportingMonth": {
      const closed = dayOfMonth(asOf) >= REPORTING_MONTH_LAST_DAY ? firstOfMonth(asOf) : addMonths(asOf, -1);
      const opening = addMonths(closed, -1);
      return {
        from: makeDay(yearOf(opening), monthOf(opening), REPORTING_MONTH_LAST_DAY + 1),
        to: makeDay(yearOf(closed), monthOf(closed), REPORTING_MONTH_LAST_DAY),
      };
    }
    case "quarter":
      return { from: makeDay(year, Math.floor((month - 1) / 3) * 3 + 1, 1), to: asOf };
    case "halfYear":
      return { from: makeDay(year, month <= 6 ? 1 : 7, 1), to: asOf };
    case "firstMonths": {
      // Whole months only; in January those of the year that has ended.
      const to = asOf === lastOfMonth(asOf) ? asOf : addDays(firstOfMonth(asOf), -1);
      return { from: makeDay(yearOf(to), 1, 1), to };
    }
    case "yearToDate":
      return { from: makeDay(year, 1, 1), to: asOf };
    case "year":
      return { from: addMonths(asOf, 1 - MONTHS_PER_YEAR), to: asOf };
  }
}

/** Weeks begin on Monday. 1 January 1900 was one. */
function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, -(daysBetween(makeDay(1900, 1, 1), day) % 7));
}

/** The name officials would give the period, if it has one. */
export function namePeriod({ from, to }: Period): PeriodName {
  const year = yearOf(from);
  if (from === to) return { kind: "day", day: from };
  if (isWeek({ from, to })) return { kind: "week", from, to };
  if (isReportingMonth(from, to)) return { kind: "reportingMonth", month: monthOf(to), year: yearOf(to) };
  if (dayOfMonth(from) !== 1 || to !== lastOfMonth(to) || yearOf(to) !== year) return { kind: "range", from, to };
  const first = monthOf(from);
  const months = monthOf(to) - first + 1;
  if (months === 1) return { kind: "month", month: first, year };
  if (months === MONTHS_PER_YEAR) return { kind: "year", year };
  if (months === 3 && first % 3 === 1) return { kind: "quarter", quarter: (first + 2) / 3, year };
  if (first === 1) return { kind: "firstMonths", months, year };
  return { kind: "range", from, to };
}

function isWeek(period: Period): boolean {
  return period.from === mondayOf(period.to) && daysIn(period) === 7;
}

function isReportingMonth(from: CalendarDay, to: CalendarDay): boolean {
  return (
    dayOfMonth(to) === REPORTING_MONTH_LAST_DAY &&
    dayOfMonth(from) === REPORTING_MONTH_LAST_DAY + 1 &&
    addMonths(from, 1) === firstOfMonth(to)
  );
}

/** The calendar month of a period's last day, as far as it lies in the period. */
export function lastMonthIn({ from, to }: Period): Period {
  const first = firstOfMonth(to);
  return { from: from > first ? from : first, to };
}

function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

/**
 * What officials compare a period with. A week, a month or a quarter, also one that is not over: the one before it.
 * Months from January on: the same up to the month before. Other whole months: as many, just before. Anything else: as
 * many days, just before.
 */
export function previousPeriod(period: Period): Period {
  const { from, to } = period;
  const eve = addDays(from, -1);
  // The first days of a month that began on a Monday are the month's, until the week is whole.
  if (isWeek(period) || (from === mondayOf(to) && dayOfMonth(from) !== 1)) return { from: mondayOf(eve), to: eve };
  if (isReportingMonth(from, to)) return { from: addDays(addMonths(eve, -1), REPORTING_MONTH_LAST_DAY), to: eve };
  if (dayOfMonth(from) === 1 && yearOf(from) === yearOf(to)) {
    const months = monthOf(to) - monthOf(from) + 1;
    if (months === 1) return { from: firstOfMonth(eve), to: eve };
    if (monthOf(from) === 1 && months < MONTHS_PER_YEAR && months !== 3)
      return { from, to: addDays(firstOfMonth(to), -1) };
    if (months === 3 || months === MONTHS_PER_YEAR) return { from: addMonths(from, -months), to: eve };
  }
  if (dayOfMonth(from) === 1 && to === lastOfMonth(to)) {
    const months = MONTHS_PER_YEAR * (yearOf(to) - yearOf(from)) + monthOf(to) - monthOf(from) + 1;
    return { from: addMonths(from, -months), to: eve };
  }
  return { from: addDays(from, -daysIn(period)), to: eve };
}

/** The same days a year before; the end of a month stays one. */
export function samePeriodLastYear({ from, to }: Period): Period {
  const end = addMonths(to, -MONTHS_PER_YEAR);
  const lastDay = lastOfMonth(end);
  const sameDay = addDays(end, dayOfMonth(to) - 1);
  return {
    from: addDays(addMonths(from, -MONTHS_PER_YEAR), dayOfMonth(from) - 1),
    to: to === lastOfMonth(to) || sameDay > lastDay ? lastDay : sameDay,
  };
}
