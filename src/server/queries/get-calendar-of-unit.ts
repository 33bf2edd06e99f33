import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { WorkingCalendar } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { calendarFor } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";

/** The working days of a unit. Throws `notFound`, and `calendarYearMissing` when the province has no calendar. */
export async function getCalendarOfUnit(viewer: Viewer, unitId: number): Promise<WorkingCalendar> {
  const unit = await requireUnit(viewer, unitId);
  return calendarFor(await loadCalendars(viewer.provinceId), unit.id);
}
