import type { SeedCalendarDay } from "../reference/read-calendar-days";

/** Days are whole numbers from 2018-01-01 on: plans add and subtract many of them. */
export type DayNumber = number;

export type DayGrid = {
  readonly toDay: (day: string) => DayNumber;
  /** "YYYY-MM-DD" */
  readonly toText: (day: DayNumber) => string;
  readonly isWorking: (day: DayNumber) => boolean;
  /** The count-th working day after the day (before it when negative); the day itself for 0. */
  readonly addWorking: (day: DayNumber, count: number) => DayNumber;
  /** The day itself when it is worked, otherwise the last worked one before it. */
  readonly backToWorking: (day: DayNumber) => DayNumber;
  readonly onToWorking: (day: DayNumber) => DayNumber;
  /** Working days of "YYYY-MM", ascending. */
  readonly workingDaysOf: (month: string) => readonly DayNumber[];
  /** The same day of the month so many months earlier, or that month's last day. */
  readonly monthsBefore: (day: DayNumber, months: number) => DayNumber;
};

const FIRST = Date.UTC(2018, 0, 1);
const LAST = Date.UTC(2024, 11, 31);
const MS_PER_DAY = 86_400_000;

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The working days of 2018 – 2024 under the calendar rows. */
export function createDayGrid(rows: readonly SeedCalendarDay[]): DayGrid {
  const kinds = new Map(rows.map((row) => [row.day, row.kind]));
  const count = (LAST - FIRST) / MS_PER_DAY + 1;
  const texts: string[] = [];
  const numbers = new Map<string, DayNumber>();
  const working: boolean[] = [];
  const workingDays: DayNumber[] = [];
  /** How many working days lie on or before each day. */
  const ordinals: number[] = [];
  const months = new Map<string, DayNumber[]>();
  for (let day = 0; day < count; day += 1) {
    const text = isoDay(FIRST + day * MS_PER_DAY);
    const weekday = (day + 1) % 7;
    const kind = kinds.get(text);
    const works = kind === "work" || (kind !== "off" && weekday !== 0 && weekday !== 6);
    texts.push(text);
    numbers.set(text, day);
    working.push(works);
    if (works) {
      workingDays.push(day);
      const month = months.get(text.slice(0, 7));
      if (month) month.push(day);
      else months.set(text.slice(0, 7), [day]);
    }
    ordinals.push(workingDays.length);
  }

  const known = <Value>(value: Value | undefined, what: string | number): Value => {
    if (value === undefined) throw new Error(`outside the grid: ${what}`);
    return value;
  };
  const toDay = (text: string): DayNumber => known(numbers.get(text), text);
  const toText = (day: DayNumber): string => known(texts[day], day);
  const isWorking = (day: DayNumber): boolean => known(working[day], day);
  const nth = (ordinal: number): DayNumber => known(workingDays[ordinal - 1], ordinal);
  const ordinalOf = (day: DayNumber): number => known(ordinals[day], day);
  return {
    toDay,
    toText,
    isWorking,
    addWorking: (day, amount) => {
      if (amount === 0) return day;
      const base = amount > 0 || isWorking(day) ? ordinalOf(day) : ordinalOf(day) + 1;
      return nth(base + amount);
    },
    backToWorking: (day) => nth(ordinalOf(day)),
    onToWorking: (day) => (isWorking(day) ? day : nth(ordinalOf(day) + 1)),
    workingDaysOf: (month) => known(months.get(month), month),
    monthsBefore: (day, amount) => {
      const date = new Date(FIRST + day * MS_PER_DAY);
      const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - amount, 1);
      const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - amount + 1, 1);
      const lastOfMonth = (next - first) / MS_PER_DAY;
      return (first - FIRST) / MS_PER_DAY + Math.min(date.getUTCDate(), lastOfMonth) - 1;
    },
  };
}
