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
  /** Null where the unit and period have none. */
  readonly dossiers: Tally | null;
};

export type ShownAggregates = { readonly rows: readonly ShownAggregate[]; readonly left: number };
