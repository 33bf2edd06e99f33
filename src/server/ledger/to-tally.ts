import "server-only";
import type { Tally } from "@/lib/sla";
import type { MovementSums } from "./movement-columns";

function openChange(sums: MovementSums): number {
  const received = sums.received_direct + sums.received_online + sums.received_postal;
  return received - sums.early - sums.on_time - sums.late - sums.resolved_undated - sums.returned;
}

/** Counts of a period from the movements before it and those within it. */
export function toTally(before: MovementSums, within: MovementSums): Tally {
  const carriedOver = openChange(before);
  const open = carriedOver + openChange(within);
  const paused = before.paused + within.paused;
  const overdue = before.overdue + within.overdue;
  const openUndated = before.open_undated + within.open_undated;
  return {
    receivedDirect: within.received_direct,
    receivedOnline: within.received_online,
    receivedPostal: within.received_postal,
    carriedOver,
    early: within.early,
    onTime: within.on_time,
    late: within.late,
    resolvedUndated: within.resolved_undated,
    returned: within.returned,
    open,
    inTime: open - paused - overdue - openUndated,
    paused,
    overdue,
    openUndated,
    due: within.due,
    dueMet: within.due_met,
  };
}
