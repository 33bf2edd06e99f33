import "server-only";
import {
  addDays,
  type CalendarDay,
  isDay,
  isMoment,
  type LocalMoment,
  makeMoment,
  parseDay,
  secondOfDay,
  toDayNumber,
} from "@/lib/sla";
import { ownText } from "./own-text";
import type { Cell } from "./sheet-reader";

/** A day, and a time of it where the cell gives one. */
export type Moment = {
  readonly on: CalendarDay;
  /** Days since 1970-01-01: the day once more, for whoever counts. */
  readonly dayNumber: number;
  /** Seconds since midnight; null when the cell gives a day without a time. */
  readonly second: number | null;
  /** The day and its time; null without a time. */
  readonly at: LocalMoment | null;
};

/** Few ask for it as a text, and a list has more moments than days. */
class CellMoment implements Moment {
  constructor(
    readonly on: CalendarDay,
    readonly dayNumber: number,
    readonly second: number | null,
  ) {}

  get at(): LocalMoment | null {
    return this.second === null ? null : makeMoment(this.on, this.second);
  }
}

const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:(?:[ T]+|\s+-\s+)(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
/** "08:30 05/10/2020", "08:30:15, ngày 05/10/2020" */
const CLOCK_FIRST = /^(\d{1,2}):(\d{2})(?::(\d{2}))?,?\s+(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/i;
/** Sáng and chiều: a clock of twelve hours, as Windows in Vietnamese writes it. Those of other languages turn day and month. */
const TWELVE_HOURS = /^(.*[ T])(\d{1,2})(:\d{2}(?::\d{2})?)\s*(SA|CH)$/i;
// A moment of another zone may be another day here: it is refused, not guessed.
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:\+07:?00)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/** Day 0 of Excel's serial dates; before 1 March 1900 they count a day that never was. */
const SERIAL_EPOCH = parseDay("1899-12-30");
const FIRST_SOUND_SERIAL = 61;
const SECONDS_PER_DAY = 86_400;
const FIRST_YEAR = 1990;
const YEARS_END = 2100;

const known = new Map<string, Moment | null>();
const MOST_KNOWN = 50_000;

/** A day or moment in any of the forms lists use; null when it is none, or of another century. */
export function parseMomentCell(cell: Cell): Moment | null {
  if (typeof cell === "number") return inRange(fromSerial(cell));
  const usual = fromUsual(cell);
  if (usual !== null) return usual;
  const remembered = known.get(cell);
  if (remembered !== undefined) return remembered;
  const moment = inRange(fromText(cell.trim()));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(ownText(cell), moment);
  return moment;
}

const ZERO = 48;
const SLASH = 47;
const SPACE = 32;
const COLON = 58;
const DAY_LENGTH = 10;
const MINUTE_LENGTH = 16;

/** Every day that is in range, as far as it was met. */
const days: (Moment | undefined)[] = Array.from({ length: (YEARS_END - FIRST_YEAR) * 12 * 32 + 13 * 32 });

/** As `usualMoment`, of a text. */
function fromUsual(text: string): Moment | null {
  if (text.length !== MINUTE_LENGTH && text.length !== DAY_LENGTH) return null;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > COLON) return null;
    letters[index] = code;
  }
  return usualMoment(letters, 0, text.length);
}

const letters = new Uint8Array(MINUTE_LENGTH);

/**
 * What nearly every cell holds, `dd/MM/yyyy` or `dd/MM/yyyy HH:mm`, between two places of UTF-8, without making a text
 * of it; null for anything else.
 */
export function usualMoment(bytes: Uint8Array, from: number, to: number): Moment | null {
  const hasTime = to - from === MINUTE_LENGTH;
  if (!hasTime && to - from !== DAY_LENGTH) return null;
  if (bytes[from + 2] !== SLASH || bytes[from + 5] !== SLASH) return null;
  const day = pairAt(bytes, from);
  const month = pairAt(bytes, from + 3);
  const year = pairAt(bytes, from + 6) * 100 + pairAt(bytes, from + 8);
  // Less than nothing, of anything but digits, is in no range.
  if (year < FIRST_YEAR || year >= YEARS_END || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const index = ((year - FIRST_YEAR) * 12 + month) * 32 + day;
  let known = days[index];
  if (known === undefined) {
    const on = `${year}-${two(month)}-${two(day)}`;
    if (!isDay(on)) return null;
    known = momentOf(on, null);
    days[index] = known;
  }
  if (!hasTime) return known;
  const hour = pairAt(bytes, from + DAY_LENGTH + 1);
  const minute = pairAt(bytes, from + MINUTE_LENGTH - 2);
  const isClock = bytes[from + DAY_LENGTH] === SPACE && bytes[from + MINUTE_LENGTH - 3] === COLON;
  if (!isClock || hour < 0 || hour >= 24 || minute < 0 || minute >= 60) return null;
  return new CellMoment(known.on, known.dayNumber, (hour * 60 + minute) * 60);
}

function momentOf(on: CalendarDay, at: LocalMoment | null): Moment {
  return new CellMoment(on, toDayNumber(on), at === null ? null : secondOfDay(at));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

const NO_DIGITS = -10_000;

function pairAt(bytes: Uint8Array, index: number): number {
  const tens = (bytes[index] ?? 0) - ZERO;
  const ones = (bytes[index + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

function fromText(text: string): Moment | null {
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese) {
    const [, day, month, year, hour, minute, second] = vietnamese;
    return build(year, month, day, hour, minute, second);
  }
  const other = ISO.exec(text) ?? COMPACT.exec(text);
  if (other) {
    const [, year, month, day, hour, minute, second] = other;
    return build(year, month, day, hour, minute, second);
  }
  return SERIAL.test(text) ? fromSerial(Number(text)) : fromWords(text);
}

function fromWords(text: string): Moment | null {
  const clockFirst = CLOCK_FIRST.exec(text);
  if (clockFirst) {
    const [, hour = "", minute = "", second = "00", day = ""] = clockFirst;
    return fromText(`${day} ${hour}:${minute}:${second}`);
  }
  const [, day, hour, rest, half] = TWELVE_HOURS.exec(text) ?? [];
  if (day === undefined || hour === undefined || Number(hour) < 1 || Number(hour) > 12) return null;
  const hours = (Number(hour) % 12) + (half?.toUpperCase() === "CH" ? 12 : 0);
  return fromText(`${day}${hours}${rest ?? ""}`);
}

function build(year = "", month = "", day = "", hour?: string, minute?: string, second?: string): Moment | null {
  const on = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isDay(on)) return null;
  if (hour === undefined) return momentOf(on, null);
  const at = `${on}T${hour.padStart(2, "0")}:${minute}:${second ?? "00"}`;
  return isMoment(at) ? momentOf(on, at) : null;
}

function fromSerial(serial: number): Moment | null {
  if (!(serial >= FIRST_SOUND_SERIAL && serial < 80_000)) return null;
  const seconds = Math.round((serial % 1) * SECONDS_PER_DAY);
  const on = addDays(SERIAL_EPOCH, Math.floor(serial) + (seconds === SECONDS_PER_DAY ? 1 : 0));
  if (Number.isInteger(serial)) return momentOf(on, null);
  const clock = new Date((seconds % SECONDS_PER_DAY) * 1000).toISOString().slice(11, 19);
  const at = `${on}T${clock}`;
  return isMoment(at) ? momentOf(on, at) : null;
}

function inRange(moment: Moment | null): Moment | null {
  return moment !== null && moment.on >= String(FIRST_YEAR) && moment.on < String(YEARS_END) ? moment : null;
}
