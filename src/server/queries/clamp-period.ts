import "server-only";
import type { Period } from "@/lib/period";
import { addDays, type CalendarDay } from "@/lib/sla";

/**
 * The part of a period that the data speak for. Days after the as-of day would show open dossiers as
 * overdue that may long be finished. A period wholly after it is empty: its flows are 0.
 */
export function clampPeriod(period: Period, asOf: CalendarDay | null): Period {
  if (asOf === null || period.to <= asOf) return period;
  const dayAfter = addDays(asOf, 1);
  return period.from > dayAfter ? { from: dayAfter, to: asOf } : { from: period.from, to: asOf };
}
