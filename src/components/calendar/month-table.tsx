import { type CalendarDay, daysInMonth, formatDay, toDayNumber, weekdayOf } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import type { ShownDay } from "./types";

type MonthTableProps = {
  readonly year: number;
  readonly month: number;
  readonly province: ReadonlyMap<CalendarDay, ShownDay>;
  readonly local: ReadonlyMap<CalendarDay, readonly ShownDay[]>;
};

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const SATURDAY = 5;

/** A month as a small table, Monday first. */
export function MonthTable({ year, month, province, local }: MonthTableProps) {
  const offset = weekdayOf(toDayNumber(formatDay(year, month, 1)));
  const last = daysInMonth(year, month);
  const weeks = Array.from({ length: Math.ceil((offset + last) / 7) }, (_, week) => week);
  return (
    <table className="w-full max-w-52 table-fixed border-collapse self-start text-center text-xs">
      <caption className="border-b border-ink pb-0.5 text-left text-sm font-semibold">{CALENDAR.month(month)}</caption>
      <thead>
        <tr className="text-secondary">
          {WEEK.map((weekday) => (
            <th key={weekday} scope="col" className="py-0.5 font-normal" abbr={CALENDAR.weekdayNames[weekday]}>
              {CALENDAR.weekdays[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week}>
            {WEEK.map((weekday) => {
              const date = week * 7 + weekday - offset + 1;
              if (date < 1 || date > last) return <td key={weekday} />;
              const day = formatDay(year, month, date);
              return (
                <DayCell
                  key={weekday}
                  date={date}
                  isWeekend={weekday >= SATURDAY}
                  entry={province.get(day)}
                  local={local.get(day) ?? []}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayCellProps = {
  readonly date: number;
  readonly isWeekend: boolean;
  readonly entry: ShownDay | undefined;
  readonly local: readonly ShownDay[];
};

function DayCell({ date, isWeekend, entry, local }: DayCellProps) {
  const told = [entry ?? [], local].flat().map(({ kind, name, unitName }) => {
    const where = unitName === null ? "" : ` (${unitName})`;
    return `${CALENDAR.kinds[kind]}: ${name}${where}`;
  });
  const look = entry?.kind === "off" ? "hatched font-semibold" : entry?.kind === "work" ? "font-bold" : "";
  const box = entry?.kind === "work" ? "outline-2 -outline-offset-2 outline-ink" : "";
  const mark = local.length > 0 ? "font-semibold underline decoration-late decoration-[3px] underline-offset-2" : "";
  return (
    <td className={`p-0 ${isWeekend && !entry ? "text-secondary" : ""} ${look} ${box}`} title={told.join("; ")}>
      <span className={`block py-0.5 ${mark}`}>
        {date}
        {told.length > 0 && <span className="sr-only">{`, ${told.join("; ")}`}</span>}
      </span>
    </td>
  );
}
