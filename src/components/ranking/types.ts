import type { RankingLevel } from "@/lib/filters";
import type { RankReading } from "@/lib/insight/rank-readings";
import type { Period } from "@/lib/period";
import type { CalendarDay, FormulaId, Rate, Tally, TargetRule } from "@/lib/sla";

export type ShownRankingRow = {
  /** Shared by equals; null when there is nothing to count. */
  readonly rank: number | null;
  readonly unitId: number | null;
  readonly name: string | null;
  readonly tally: Tally;
  readonly rate: Rate;
  readonly meetsTarget: boolean | null;
};

export type ShownRanking = {
  readonly unit: {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly level: RankingLevel | "province";
  };
  readonly level: RankingLevel;
  readonly period: Period;
  readonly asOf: CalendarDay | null;
  readonly formula: FormulaId;
  readonly target: TargetRule;
  readonly rows: readonly ShownRankingRow[];
  readonly rest: ShownRankingRow | null;
  readonly total: ShownRankingRow;
};

/** What stands beside the official ranks: by unit id. */
export type RankingReadings = {
  readonly ranks: ReadonlyMap<number | null, RankReading>;
  /** Rates of the last months, oldest first. */
  readonly months: ReadonlyMap<number, readonly Rate[]>;
  /** With which the ranks are compared. */
  readonly previous: Period;
};
