import { emptyTally, type Tally } from "@/lib/sla";
import type { AggregateColumn, AggregateCounts } from "./columns";

/** The counts of a table as the engine counts; a total stands for the parts that a form does not have. */
export function toTally(counts: AggregateCounts): Tally {
  const sum = (...columns: readonly AggregateColumn[]): number =>
    columns.reduce((total, column) => total + (counts[column] ?? 0), 0);
  const { receivedTotal, receivedInPeriod, resolvedTotal, openTotal } = counts;
  const carriedOver = sum("carriedOver");
  const online = sum("receivedOnline", "receivedOnlinePartial", "receivedOnlineOther");
  const postal = sum("receivedPostal");
  const named = receivedInPeriod ?? sum("receivedDirect") + online + postal;
  const received = receivedTotal === undefined ? named : receivedTotal - carriedOver;
  const late = counts.late ?? sum("lateWithApology", "lateWithoutApology");
  const hasParts = (["early", "onTime", "earlyOrOnTime"] as const).some((column) => counts[column] !== undefined);
  const overdue = counts.overdue ?? sum("overdueWithApology", "overdueWithoutApology");
  const paused = sum("openPaused", "paused");
  const open = openTotal === undefined ? sum("inTime") + overdue + paused : openTotal + sum("paused");
  return {
    ...emptyTally(),
    receivedDirect: received - online - postal,
    receivedOnline: online,
    receivedPostal: postal,
    carriedOver,
    early: sum("early"),
    onTime: hasParts ? sum("onTime", "earlyOrOnTime") : (resolvedTotal ?? 0) - late,
    late,
    returned: sum("returned", "withdrawn", "refused"),
    open,
    inTime: counts.inTime ?? open - paused - overdue,
    paused,
    overdue,
  };
}
