import { type CalendarDay, parseDay } from "@/lib/sla";
import type { CalendarEditInput } from "@/lib/calendar-edits";
import { queryRows } from "@/server/db";
import { publishCalendar } from "@/server/mutations/publish-calendar";
import { undoCalendar } from "@/server/mutations/undo-calendar";
import { getCalendar } from "@/server/queries/get-calendar";
import type { SmallProvince } from "./small-province";

/** A Monday. */
export const CLOSED_ON = parseDay("2020-10-19");

type Addition = Extract<CalendarEditInput, { action: "add" }>;

/** A day off of a unit with all below it, by its code; null: of the whole province. */
export function closure(province: SmallProvince, unit: string | null, day: string = CLOSED_ON): Addition {
  return {
    action: "add",
    day: parseDay(day),
    kind: "off",
    unitId: unit === null ? null : (province.units[unit]?.id ?? 0),
    name: "Nghỉ do mưa lũ",
    basis: "Công điện 01/CĐ-UBND",
  };
}

/** Publishes as the province's office, on the edition in force. */
export async function publishEdits(province: SmallProvince, ...edits: readonly CalendarEditInput[]) {
  const office = province.viewer("P", "province_office");
  return publishCalendar(office, { edits, baseVersion: (await getCalendar(office)).version, note: "thử" });
}

export async function undoLast(province: SmallProvince) {
  const office = province.viewer("P", "province_office");
  return undoCalendar(office, { version: (await getCalendar(office)).version, note: "" });
}

export type StoredDueDay = {
  code: string;
  unit_id: number;
  received_on: CalendarDay;
  due_on: CalendarDay | null;
  computed_due_on: CalendarDay | null;
  is_open: boolean;
  verdict: string;
};

/** What a change of the calendar may move, and what it may not. */
export async function storedDueDays(province: SmallProvince): Promise<StoredDueDay[]> {
  return queryRows<StoredDueDay>(
    `SELECT code, unit_id, received_on, due_on, computed_due_on, counted AND closed_on IS NULL AS is_open,
            concat_ws('|', counted, outcome, closed_on, due_counted_on, due_met, paused_spans, overdue_spans) AS verdict
       FROM dossier WHERE province_id = $1 ORDER BY id`,
    [province.id],
  );
}
