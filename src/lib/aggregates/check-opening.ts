import type { AggregateColumn, AggregateCounts } from "./columns";

export type UnlikeOpening = {
  /** "Kỳ trước chuyển qua" of the later table. */
  readonly opening: number;
  /** What the earlier one ends with, and its cells. */
  readonly closing: number;
  readonly closingOf: readonly AggregateColumn[];
};

/**
 * Whether a table begins with what the one before it ended with; null when it does, or when one of the forms has no
 * such cell. Forms that keep paused dossiers beside the open ones carry them over or not: either is taken.
 */
export function checkOpening(before: AggregateCounts, next: AggregateCounts): UnlikeOpening | null {
  const { carriedOver: opening } = next;
  const closingOf = closingCells(before);
  if (opening === undefined || closingOf === null) return null;
  const closing = closingOf.reduce((sum, column) => sum + (before[column] ?? 0), 0);
  if (opening === closing || opening === closing - (before.paused ?? 0)) return null;
  return { opening, closing, closingOf };
}

function closingCells({ openTotal, inTime, overdue, paused }: AggregateCounts): readonly AggregateColumn[] | null {
  const beside: readonly AggregateColumn[] = paused === undefined ? [] : ["paused"];
  if (openTotal !== undefined) return ["openTotal", ...beside];
  return inTime === undefined || overdue === undefined ? null : ["inTime", "overdue", ...beside];
}
