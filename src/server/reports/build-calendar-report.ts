import "server-only";
import { parseDay, toDayNumber, weekdayOf } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import type { Calendar } from "../queries/get-calendar";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

const { days: words } = CALENDAR;

/** The days off and made up of a year, each with its document, as a table to take away. */
export function buildCalendarReport(calendar: Calendar, year: number, status: DataStatus): Report {
  const { version, firstYear, lastYear } = calendar;
  const rows = calendar.rows.filter(({ day }) => day.startsWith(`${year}-`));
  const count = (kind: "off" | "work") => rows.filter((row) => row.kind === kind && row.unitId === null).length;
  const local = rows.filter(({ unitId }) => unitId !== null).length;
  return {
    ...reportFrame({
      kind: "calendar",
      title: CALENDAR.heading(year, count("off"), count("work"), local),
      unitName: null,
      period: { from: parseDay(`${year}-01-01`), to: parseDay(`${year}-12-31`) },
      formula: null,
      target: null,
      status,
      further: [CALENDAR.label(version, firstYear, lastYear)],
    }),
    columns: [
      column("day", words.day),
      { ...column("text", words.weekday), width: 12 },
      { ...column("text", words.kind), width: 12 },
      column("text", words.name),
      { ...column("text", words.basis), width: 60 },
      column("text", words.place),
    ],
    rows: rows.map(({ day, kind, name, basis, unitName }) => [
      day,
      CALENDAR.weekdayNames[weekdayOf(toDayNumber(day))] ?? "",
      CALENDAR.kinds[kind],
      name,
      basis,
      unitName ?? words.province,
    ]),
    rowCount: rows.length,
    sums: [],
    notes: [],
  };
}
