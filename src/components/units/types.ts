import type { AggregateCounts } from "@/lib/aggregates/columns";
import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { CalendarDay, Rate, Tally } from "@/lib/sla";

export type ShownUnit = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: RankingLevel | "province";
};

export type ShownMonth = {
  readonly period: Period;
  readonly tally: Tally;
  readonly rate: Rate;
  /** Days on which the unit, or what is below it, began or ended. */
  readonly changes?: readonly ShownUnitChange[];
  /** What a table says of a month without dossiers. */
  readonly told?: ShownToldMonth;
};

export type ShownToldMonth = {
  readonly sourceName: string;
  readonly asOf: CalendarDay;
  readonly counts: AggregateCounts;
  readonly rate: Rate;
};

export type ShownUnitChange = {
  readonly on: CalendarDay;
  readonly began: number;
  readonly ended: number;
  readonly isItself: boolean;
};

export type ShownField = { readonly fieldId: number; readonly name: string; readonly tally: Tally };
