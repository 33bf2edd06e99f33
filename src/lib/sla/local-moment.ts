import { beginsWithDay, isDay } from "./calendar-day";
import { SlaError } from "./errors";
import type { CalendarDay, LocalMoment } from "./types";

export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3600;
const DAY_LENGTH = 10;
const MOMENT_LENGTH = 19;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
const ZERO = 48;
const COLON = 58;
const LETTER_T = 84;

export function isMoment(text: string): text is LocalMoment {
  return (
    text.length === MOMENT_LENGTH &&
    beginsWithDay(text) &&
    text.charCodeAt(DAY_LENGTH) === LETTER_T &&
    pairAt(text, 11) < 24 &&
    text.charCodeAt(13) === COLON &&
    pairAt(text, 14) < 60 &&
    text.charCodeAt(16) === COLON &&
    pairAt(text, 17) < 60
  );
}

/** A number of two digits; NaN, which is less than nothing, for anything else. */
function pairAt(text: string, index: number): number {
  const tens = text.charCodeAt(index) - ZERO;
  const ones = text.charCodeAt(index + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Throws `momentInvalid`. */
export function parseMoment(text: string): LocalMoment {
  if (!isMoment(text)) throw new SlaError("momentInvalid", { text });
  return text;
}

export function dayOfMoment(moment: LocalMoment): CalendarDay {
  const day = moment.slice(0, DAY_LENGTH);
  if (!isDay(day)) throw new SlaError("momentInvalid", { text: moment });
  return day;
}

/** Seconds since midnight, 0 … 86 399. */
export function secondOfDay(moment: LocalMoment): number {
  return pairAt(moment, 11) * SECONDS_PER_HOUR + pairAt(moment, 14) * SECONDS_PER_MINUTE + pairAt(moment, 17);
}

const PAIRS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
const MINUTES = Array.from(
  { length: MINUTES_PER_DAY },
  (_, minute) => `${PAIRS[Math.floor(minute / MINUTES_PER_HOUR)]}:${PAIRS[minute % MINUTES_PER_HOUR]}:`,
);

/** "08:30:00"; `second` since midnight, 0 … 86 399. Throws `momentInvalid`. */
export function clockOf(second: number): string {
  const minute = MINUTES[Math.floor(second / SECONDS_PER_MINUTE)];
  const rest = PAIRS[second % SECONDS_PER_MINUTE];
  if (minute === undefined || rest === undefined) throw new SlaError("momentInvalid", { text: String(second) });
  return minute + rest;
}

/** `second` since midnight, 0 … 86 399. Throws `momentInvalid`. */
export function makeMoment(day: CalendarDay, second: number): LocalMoment {
  // A day that exists and a clock: nothing is left to be checked.
  return `${day}T${clockOf(second)}` as LocalMoment;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw new SlaError("zoneUnknown", { zone });
  }
}

/** What the wall clock of an IANA zone shows at an instant; milliseconds are cut off. Throws `zoneUnknown`. */
export function momentOf(instant: Date, zone: string): LocalMoment {
  const format = formatIn(zone);
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  if (Number.isNaN(instant.getTime())) throw new SlaError("momentInvalid", { text: String(instant) });
  for (const { type, value } of format.formatToParts(instant)) shown[type] = value;
  const { year = "", month, day, hour, minute, second } = shown;
  return parseMoment(`${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}`);
}

/** The day an instant falls on in an IANA zone. Throws `zoneUnknown`. */
export function dayOf(instant: Date, zone: string): CalendarDay {
  return dayOfMoment(momentOf(instant, zone));
}
