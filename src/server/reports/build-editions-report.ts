import "server-only";
import { momentOf } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import type { Calendar, CalendarVersionRow } from "../queries/get-calendar";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { Report } from "./report";
import { plainFrame } from "./report-frame";

const { history: words } = CALENDAR;

/** The editions of the working calendar and what each moved, newest first, as a table to take away. */
export function buildEditionsReport({ version, firstYear, lastYear, history }: Calendar, status: DataStatus): Report {
  return {
    ...plainFrame("editions", CALENDAR.label(version, firstYear, lastYear), status),
    columns: [
      column("count", words.version),
      column("moment", words.when),
      column("text", words.who),
      { ...column("text", words.what), width: 60 },
      column("count", words.open),
      column("count", words.finished),
      column("count", words.verdicts),
    ],
    rows: history.map((row) => [
      row.version,
      momentOf(new Date(row.createdAt), status.zone),
      row.createdBy ?? (row.moved === null ? words.first : words.operator),
      contentOf(row),
      row.moved?.open ?? null,
      row.moved?.finished ?? null,
      row.moved?.verdicts ?? null,
    ]),
    rowCount: history.length,
    sums: [],
    notes: [],
  };
}

function contentOf({ restores, added, removed, note }: CalendarVersionRow): string {
  const what = restores === null ? words.changes(added, removed) : words.restores(restores);
  return note === "" ? what : `${what} · ${note}`;
}
