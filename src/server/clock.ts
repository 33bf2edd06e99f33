import "server-only";
import { type CalendarDay, dayOf } from "@/lib/sla";

/** The only reader of the system clock. Everything else is handed a day or a moment. */
export function now(): Date {
  return new Date();
}

/** Today in the given IANA zone. */
export function today(zone: string): CalendarDay {
  return dayOf(now(), zone);
}
