import { lastOfMonth, type Period } from "@/lib/period";
import { type CalendarDay, isDay, parseDay } from "@/lib/sla";
import { CLI } from "@/lib/strings/cli";
import { UsageError } from "./arguments";

/** Of an aggregate table: a month, a quarter, a year, or two days. */
export function readPeriod(text: string | null): Period | null {
  if (text === null) return null;
  const [from = "", to = ""] = text.split("..");
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) throw new UsageError(CLI.badPeriod(text));
  const [first, last] = quarter
    ? [Number(quarter) * 3 - 2, Number(quarter) * 3]
    : [month ?? 1, month ?? 12].map(Number);
  const begin = (number = 1): CalendarDay => parseDay(`${year}-${String(number).padStart(2, "0")}-01`);
  return { from: begin(first), to: lastOfMonth(begin(last)) };
}
