import "server-only";
import type { Period } from "@/lib/period";
import { addDays, type CalendarDay } from "@/lib/sla";

/**
 * The part of a period that the data speak for. Days after the as-of day would show open dossiers as
 * overdue that may long be finished. A period wholly after it is empty: its flows are 0. Nothing but the two days is
 * handed on, whatever else the given object holds.
 */
export function clampPeriod({ from, to }: Period, asOf: CalendarDay | null): Period {
  if (asOf === null || to <= asOf) return { from, to };
  const dayAfter = addDays(asOf, 1);
  return { from: from > dayAfter ? dayAfter : from, to: asOf };
}
