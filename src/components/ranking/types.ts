import type { RankingLevel } from "@/lib/filters";
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
