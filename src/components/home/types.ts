import type { HomeAggregates } from "@/components/aggregates/aggregates-at-home";
import type { ResolvedView } from "@/components/filters/resolved-view";
import type { Freshness } from "@/components/layout/context-bar";
import type { ShownRanking } from "@/components/ranking/types";
import type { ShownMonth, ShownUnit } from "@/components/units/types";
import type { Period } from "@/lib/period";
import type { CalendarDay, Rate, TargetRule } from "@/lib/sla";

/** What every home knows. */
export type HomeBase = {
  readonly unit: ShownUnit;
  readonly view: ResolvedView;
  /** Null while the page goes by the target that is ordered for the unit. */
  readonly chosenTarget: TargetRule | null;
  readonly status: HomeStatus;
  /** Months that exist as tables only. */
  readonly aggregates: HomeAggregates;
  /** The reader's own list. */
  readonly starred: readonly { readonly id: number; readonly name: string }[];
};

export type HomeStatus = Omit<Freshness, "sources"> & {
  readonly sources: readonly { readonly name: string; readonly asOf: CalendarDay; readonly importedAt: string }[];
};

export type Compared = { readonly period: Period; readonly rate: Rate };

/** Stocks that the ledger does not hold. */
export type Stocks = { readonly dueSoon: number; readonly pausedLong: number };

export type RankedHome = HomeBase & {
  readonly ranking: ShownRanking;
  /** The ranking of the period before. */
  readonly movedFrom: ShownRanking;
  /** Null rates where the data do not reach back. */
  readonly before: Compared;
  readonly lastYear: Compared;
  readonly months: readonly ShownMonth[];
  readonly stocks: Stocks;
};
