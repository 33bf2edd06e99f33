import "server-only";
import type pg from "pg";
import { type CalendarDay, changedDays, fromDayNumber, type WorkingCalendar } from "@/lib/sla";
import { calendarFor } from "../sla/compile-calendars";
import type { Calendars } from "./judge-dossier";

type Span = { readonly from: CalendarDay; readonly until: CalendarDay; readonly opensYear: boolean };

/**
 * Writes down, in the temporary table `reach`, which units a change of the calendar touches and over which days:
 * only a dossier received by the last of them, and computed or promised for the first or later, can change.
 */
export async function makeReach(client: pg.ClientBase, provinceId: number, calendars: Calendars): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE reach (unit_id int PRIMARY KEY, from_on date NOT NULL, until_on date NOT NULL,
                              opens_year boolean NOT NULL) ON COMMIT DROP`,
  );
  const { rows } = await client.query<{ id: number }>("SELECT id FROM unit WHERE province_id = $1", [provinceId]);
  const known = new Map<WorkingCalendar, Map<WorkingCalendar, Span | null>>();
  const touched = rows.flatMap(({ id }) => {
    const [before, after] = [calendarFor(calendars.before, id), calendarFor(calendars.after, id)];
    const spans = known.get(before) ?? new Map<WorkingCalendar, Span | null>();
    known.set(before, spans);
    const found = spans.get(after);
    const span = found === undefined ? spanOf(before, after) : found;
    spans.set(after, span);
    return span === null ? [] : [{ unit_id: id, from_on: span.from, until_on: span.until, opens_year: span.opensYear }];
  });
  await client.query(
    "INSERT INTO reach SELECT * FROM json_to_recordset($1) AS r (unit_id int, from_on date, until_on date, opens_year boolean)",
    [JSON.stringify(touched)],
  );
  await client.query("ANALYZE reach");
}

function spanOf(before: WorkingCalendar, after: WorkingCalendar): Span | null {
  const days = changedDays(before, after);
  const opensYear = before.lastDay !== after.lastDay;
  if (opensYear) {
    const [first, last] = [Math.min(before.lastDay, after.lastDay) + 1, Math.max(before.lastDay, after.lastDay)];
    days.push(fromDayNumber(first), fromDayNumber(last));
  }
  const [from, until] = [days[0], days.at(-1)];
  return from === undefined || until === undefined ? null : { from, until, opensYear };
}
