import { lastOfMonth, type Period } from "@/lib/period";
import { type CalendarDay, isDay } from "@/lib/sla";
import { plain } from "./plain";

const DAY = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const RANGE = new RegExp(String.raw`${DAY}\s*(?:den|-|–)?\s*(?:het\s*)?(?:ngay\s*)?${DAY}`);
const FIRST_MONTHS = /(\d{1,2}) thang dau nam (\d{4})/;
const QUARTER = /quy\s+(iv|iii|ii|i|[1-4])\s*(?:[/,-]|nam)\s*(?:nam\s*)?(\d{4})/;
/** "ngày 05 tháng 10 năm 2020" is the day on which a paper was signed. */
const MONTH = /(?<!ngay \d{1,2} )thang\s+(\d{1,2})\s*(?:[/.-]|,?\s*nam)\s*(\d{4})/;
const YEAR = /(?<!thang \d{1,2} )(?<!dau )nam (\d{4})/;
const QUARTERS = ["i", "ii", "iii", "iv"];

/** The period that the titles above a table name: days, a month, a quarter, months of a year, a year; null for none. */
export function periodInTitle(titles: readonly string[]): Period | null {
  const texts = titles.map(plain);
  for (const read of [rangeIn, firstMonthsIn, quarterIn, monthIn, yearIn]) {
    for (const text of texts) {
      const period = read(text);
      if (period !== null) return period;
    }
  }
  return null;
}

function rangeIn(text: string): Period | null {
  const [, fromDay, fromMonth, fromYear, toDay, toMonth, toYear] = RANGE.exec(text) ?? [];
  const from = dayOf(fromYear, fromMonth, fromDay);
  const to = dayOf(toYear, toMonth, toDay);
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

function firstMonthsIn(text: string): Period | null {
  const [, months, year] = FIRST_MONTHS.exec(text) ?? [];
  return monthsOf(year, 1, Number(months));
}

function quarterIn(text: string): Period | null {
  const [, name = "", year] = QUARTER.exec(text) ?? [];
  const quarter = QUARTERS.includes(name) ? QUARTERS.indexOf(name) + 1 : Number(name);
  return monthsOf(year, quarter * 3 - 2, quarter * 3);
}

function monthIn(text: string): Period | null {
  const [, month, year] = MONTH.exec(text) ?? [];
  return monthsOf(year, Number(month), Number(month));
}

function yearIn(text: string): Period | null {
  return monthsOf(YEAR.exec(text)?.[1], 1, 12);
}

function monthsOf(year: string | undefined, first: number, last: number): Period | null {
  const from = dayOf(year, String(first), "1");
  const end = dayOf(year, String(last), "1");
  return from !== null && end !== null && from <= end ? { from, to: lastOfMonth(end) } : null;
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDay | null {
  const text = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}
