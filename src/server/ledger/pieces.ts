import "server-only";
import { firstOfMonth, addMonths, type Period } from "@/lib/period";
import { addDays, type CalendarDay } from "@/lib/sla";

/**
 * The bounds into which a period falls, all half-open: what came before it, and what is inside.
 *
 *     … months | days before | head days | whole months | tail days
 *              beforeDays    from        wholeFrom      tailFrom    until
 */
export type Pieces = {
  readonly beforeDays: CalendarDay;
  readonly from: CalendarDay;
  readonly wholeFrom: CalendarDay;
  readonly tailFrom: CalendarDay;
  readonly until: CalendarDay;
};

/** Whole months are read from month totals, the ends from days. */
export function splitPeriod({ from, to }: Period): Pieces {
  const until = addDays(to, 1);
  const beforeDays = firstOfMonth(from);
  const wholeFrom = from === beforeDays ? from : addMonths(from, 1);
  const tailFrom = firstOfMonth(until);
  const withinOneMonth = tailFrom < wholeFrom;
  if (withinOneMonth) return { beforeDays, from, wholeFrom: until, tailFrom: until, until };
  return { beforeDays, from, wholeFrom, tailFrom, until };
}
