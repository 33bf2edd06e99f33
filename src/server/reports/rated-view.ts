import "server-only";
import type { Period } from "@/lib/period";
import type { FormulaId, TargetRule } from "@/lib/sla";
import type { RankingRow } from "../queries/get-ranking";

/** What the tables of insight need of a ranking's row. */
export type RatedRow = Omit<RankingRow, "code">;

/** Of what, when and how rated the figures of a table are. */
export type RatedView = {
  readonly unitName: string;
  readonly period: Period;
  readonly formula: FormulaId;
  readonly target: TargetRule;
};
