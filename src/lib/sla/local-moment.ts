import { isDay } from "./calendar-day";
import { SlaError } from "./errors";
import type { CalendarDay, LocalMoment } from "./types";

export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3600;
const CLOCK = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const DAY_LENGTH = 10;

export function isMoment(text: string): text is LocalMoment {
  return isDay(text.slice(0, DAY_LENGTH)) && CLOCK.test(text.slice(DAY_LENGTH));
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
  const hours = Number(moment.slice(11, 13));
  const minutes = Number(moment.slice(14, 16));
  return hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE + Number(moment.slice(17, 19));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** `second` since midnight, 0 … 86 399. Throws `momentInvalid`. */
export function makeMoment(day: CalendarDay, second: number): LocalMoment {
  const hours = Math.floor(second / SECONDS_PER_HOUR);
  const minutes = Math.floor((second % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE);
  return parseMoment(`${day}T${two(hours)}:${two(minutes)}:${two(second % SECONDS_PER_MINUTE)}`);
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
