import type { CalendarDay } from "@/lib/sla";

type Years = { readonly firstYear: number; readonly lastYear: number };

/** The year of an address, when the calendar holds it or could next; else the year of the data, or the last one. */
export function shownYear(
  written: string | readonly string[] | undefined,
  { firstYear, lastYear }: Years,
  asOf: CalendarDay | null,
): number {
  const year = Number(written ?? Number.NaN);
  if (Number.isInteger(year) && year >= firstYear && year <= lastYear + 1) return year;
  const ofData = asOf === null ? lastYear : Number(asOf.slice(0, 4));
  return Math.min(Math.max(ofData, firstYear), lastYear);
}
