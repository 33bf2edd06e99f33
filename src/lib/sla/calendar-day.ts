import { SlaError } from "./errors";
import type { CalendarDay, LocalMoment } from "./types";

/** Days since 1970-01-01: what the engine counts with. */
export type DayNumber = number;

const ZERO = 48;
const DASH = 45;
const MONTHS = 12;
const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
/** Days from 0000-03-01, where the arithmetic begins, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
const DAY_LENGTH = 10;

function digit(text: string, index: number): number {
  return text.charCodeAt(index) - ZERO;
}

function yearIn(text: string): number {
  return digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
}

function monthIn(text: string): number {
  return digit(text, 5) * 10 + digit(text, 6);
}

function dayIn(text: string): number {
  return digit(text, 8) * 10 + digit(text, 9);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `month` 1 … 12; 0 for any other. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** True for "YYYY-MM-DD" naming a day that exists, years 0001 … 9999. */
export function isDay(text: string): text is CalendarDay {
  return text.length === DAY_LENGTH && beginsWithDay(text);
}

/** As `isDay`, of the first ten characters. */
export function beginsWithDay(text: string): boolean {
  if (text.length < DAY_LENGTH) return false;
  for (let index = 0; index < DAY_LENGTH; index++) {
    const code = text.charCodeAt(index);
    const expectsDash = index === 4 || index === 7;
    if (expectsDash ? code !== DASH : code < ZERO || code > ZERO + 9) return false;
  }
  const day = dayIn(text);
  return yearIn(text) >= 1 && day >= 1 && day <= daysInMonth(yearIn(text), monthIn(text));
}

/** Throws `dayInvalid`. */
export function parseDay(text: string): CalendarDay {
  if (!isDay(text)) throw new SlaError("dayInvalid", { text });
  return text;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

/** The day of a year, month 1 … 12 and day of month. Throws `dayInvalid`. */
export function formatDay(year: number, month: number, day: number): CalendarDay {
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Negative, zero or positive, for sorting days or moments. */
export function compareDays<When extends CalendarDay | LocalMoment>(a: When, b: When): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function yearOfDay(day: CalendarDay): number {
  return yearIn(day);
}

// Years counted from March, so that a leap day is the last of its year (proleptic Gregorian calendar).
export function toDayNumber(day: CalendarDay): DayNumber {
  const month = monthIn(day);
  const year = month > 2 ? yearIn(day) : yearIn(day) - 1;
  const era = Math.floor(year / YEARS_PER_ERA);
  const yearOfEra = year - era * YEARS_PER_ERA;
  const monthFromMarch = (month + 9) % MONTHS;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayIn(day) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

function writeDay(dayNumber: DayNumber): CalendarDay {
  const shifted = dayNumber + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
  return formatDay(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

// Dossiers share a few thousand days: each is written once.
const FIRST_NAMED = -25_567; // 1900-01-01
const NAMED_DAYS = 110_000;
const names: (CalendarDay | undefined)[] = [];

/** Throws `dayInvalid` outside the years 0001 … 9999. */
export function fromDayNumber(dayNumber: DayNumber): CalendarDay {
  const index = dayNumber - FIRST_NAMED;
  if (index < 0 || index >= NAMED_DAYS) return writeDay(dayNumber);
  const known = names[index];
  if (known !== undefined) return known;
  const name = writeDay(dayNumber);
  names[index] = name;
  return name;
}

/** Calendar days, on or off alike; `days` may be negative. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return fromDayNumber(toDayNumber(day) + days);
}

/** Calendar days from `from` to `until`; negative when `until` is earlier. */
export function daysBetween(from: CalendarDay, until: CalendarDay): number {
  return toDayNumber(until) - toDayNumber(from);
}

/** The same day of a later month; the month's last day when it has no such day. Civil Code 2015, article 148. */
export function addCalendarMonths(day: CalendarDay, months: number): CalendarDay {
  const total = yearIn(day) * MONTHS + monthIn(day) - 1 + months;
  const year = Math.floor(total / MONTHS);
  const month = total - year * MONTHS + 1;
  return formatDay(year, month, Math.min(dayIn(day), daysInMonth(year, month)));
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(dayNumber: DayNumber): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber + 3) % 7) + 7) % 7;
}
