import "server-only";
import type { CalendarDay, Channel, DossierTimeline, Outcome } from "@/lib/sla";
import type { MovementColumn } from "./movement-columns";

const RECEIVED: Readonly<Record<Channel, MovementColumn>> = {
  direct: "received_direct",
  online: "received_online",
  postal: "received_postal",
};

const CLOSED: Readonly<Record<Outcome, MovementColumn>> = {
  early: "early",
  onTime: "on_time",
  late: "late",
  undated: "resolved_undated",
  returned: "returned",
};

export type Movement = { readonly day: CalendarDay; readonly column: MovementColumn; readonly change: number };

/**
 * How a timeline moves counts, told without the view `dossier_movement`: for `verify`, and only for it, so
 * that the view has something to be wrong against.
 */
export function movementsOf(timeline: DossierTimeline, channel: Channel): Movement[] {
  const { counted, undated, receivedOn, closedOn, outcome, dueCountedOn, dueMet } = timeline;
  if (!counted) return [];
  const moves: Movement[] = [{ day: receivedOn, column: RECEIVED[channel], change: 1 }];
  const move = (day: CalendarDay | null, column: MovementColumn, change: number): void => {
    if (day !== null && change !== 0) moves.push({ day, column, change });
  };
  if (undated) move(receivedOn, "open_undated", 1);
  if (outcome !== null) {
    move(closedOn, CLOSED[outcome], 1);
    if (undated) move(closedOn, "open_undated", -1);
  }
  for (const { from, until } of timeline.pausedSpans) {
    move(from, "paused", 1);
    move(until, "paused", -1);
    if (undated) {
      move(from, "open_undated", -1);
      move(until, "open_undated", 1);
    }
  }
  for (const { from, until } of timeline.overdueSpans) {
    move(from, "overdue", 1);
    move(until, "overdue", -1);
  }
  move(dueCountedOn, "due", 1);
  if (dueMet) move(dueCountedOn, "due_met", 1);
  return moves;
}
