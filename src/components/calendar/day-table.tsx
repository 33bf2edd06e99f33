import { TableFrame } from "@/components/ui/table-frame";
import { draftHref } from "@/lib/calendar-edits";
import { formatDay } from "@/lib/format";
import { type CalendarDay, toDayNumber, weekdayOf } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import type { ShownDay } from "./types";

const { days: words } = CALENDAR;

/** The days of a year that an ordinary week would not lead one to expect, each with its document. */
export function DayTable({ rows, canEdit }: { readonly rows: readonly ShownDay[]; readonly canEdit: boolean }) {
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <TableFrame label={words.caption}>
      <table className="ledger max-w-[1280px]">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.name}</th>
            <th scope="col" className="max-sm:hidden">
              {words.basis}
            </th>
            <th scope="col" className="max-sm:hidden">
              {words.place}
            </th>
            {canEdit && (
              <th scope="col" className="print:hidden">
                <span className="sr-only">{words.remove}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DayRow key={`${row.day}/${row.unitId}`} row={row} canEdit={canEdit} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function DayRow({ row, canEdit }: { readonly row: ShownDay; readonly canEdit: boolean }) {
  const { day, kind, name, basis, unitId } = row;
  const place = row.unitName ?? words.province;
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        {formatDay(day)} <span className="text-secondary max-sm:hidden">{weekdayName(day)}</span>
      </th>
      <td className={`whitespace-nowrap ${kind === "work" ? "font-semibold" : ""}`}>{CALENDAR.kinds[kind]}</td>
      <td>
        {name}
        <span className="block text-xs text-secondary sm:hidden">
          {basis}
          {unitId !== null && ` · ${place}`}
        </span>
      </td>
      <td className="max-sm:hidden">{basis}</td>
      <td className={`max-sm:hidden ${unitId === null ? "text-secondary" : "font-semibold"}`}>{place}</td>
      {canEdit && (
        <td className="text-right print:hidden">
          <a href={draftHref([{ action: "remove", day, unitId }])} aria-label={words.removeDay(day, place)}>
            {words.remove}
          </a>
        </td>
      )}
    </tr>
  );
}

function weekdayName(day: CalendarDay): string {
  return CALENDAR.weekdayNames[weekdayOf(toDayNumber(day))] ?? "";
}
