import type { CalendarDay } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import { MonthTable } from "./month-table";
import type { ShownDay } from "./types";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Twelve small months: days off hatched, make-up days boxed, days that differ somewhere underlined. */
export function YearView({ year, rows }: { readonly year: number; readonly rows: readonly ShownDay[] }) {
  const province = new Map<CalendarDay, ShownDay>();
  const local = new Map<CalendarDay, readonly ShownDay[]>();
  for (const row of rows) {
    if (row.unitId === null) province.set(row.day, row);
    else local.set(row.day, [...(local.get(row.day) ?? []), row]);
  }
  return (
    <section aria-label={CALENDAR.months(year)} className="mt-4">
      <div className="grid max-w-[1280px] grid-cols-[repeat(auto-fill,minmax(10.25rem,1fr))] gap-x-4 gap-y-4 sm:gap-x-6">
        {MONTHS.map((month) => (
          <MonthTable key={month} year={year} month={month} province={province} local={local} />
        ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-6 text-xs text-secondary">
        <li>
          <span className="hatched mr-1.5 inline-block size-3 border border-rule align-[-2px]" aria-hidden />
          {CALENDAR.legend.off}
        </li>
        <li>
          <span className="mr-1.5 inline-block size-3 border-2 border-ink align-[-2px]" aria-hidden />
          {CALENDAR.legend.work}
        </li>
        <li>
          <span className="mr-1.5 inline-block w-3 border-b-[3px] border-late align-[2px]" aria-hidden />
          {CALENDAR.legend.local}
        </li>
      </ul>
    </section>
  );
}
