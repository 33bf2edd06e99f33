import { z } from "zod";
import { CALENDAR_DAY_KINDS, parseDay } from "@/lib/sla";
import { readTable } from "./read-table";

const calendarRow = z.object({
  day: z.string().transform(parseDay),
  kind: z.enum(CALENDAR_DAY_KINDS),
  name: z.string().min(1),
  basis: z.string().min(1),
});

/** A weekday off or a make-up working day, as seeds/calendar-days.csv writes it. */
export type SeedCalendarDay = z.infer<typeof calendarRow>;

export const CALENDAR_FIRST_YEAR = 2018;
export const CALENDAR_LAST_YEAR = 2026;

export function readCalendarDays(): SeedCalendarDay[] {
  return readTable("calendar-days.csv", calendarRow);
}
