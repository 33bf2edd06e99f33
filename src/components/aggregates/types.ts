import type { UnlikeOpening } from "@/lib/aggregates/check-opening";
import type { AggregateCounts } from "@/lib/aggregates/columns";
import type { Period } from "@/lib/period";
import type { CalendarDay, Tally } from "@/lib/sla";

export type ShownAggregate = {
  readonly unitId: number;
  readonly unitName: string;
  readonly period: Period;
  readonly sourceName: string;
  readonly asOf: CalendarDay;
  readonly batchId: number;
  readonly counts: AggregateCounts;
  readonly isBroken: boolean;
  readonly unlikeOpening: UnlikeOpening | null;
  /** Null where the unit and period have none. */
  readonly dossiers: Tally | null;
};

/** The fields of form II.06a as a table told them. */
export type ShownForm = {
  readonly batchId: number;
  readonly period: Period;
  readonly sourceName: string;
  readonly asOf: CalendarDay;
  readonly fields: readonly { readonly fieldName: string; readonly counts: AggregateCounts }[];
};

export type ShownAggregates = { readonly rows: readonly ShownAggregate[]; readonly left: number };
