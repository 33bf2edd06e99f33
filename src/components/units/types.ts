import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { Rate, Tally } from "@/lib/sla";

export type ShownUnit = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: RankingLevel | "province";
};

export type ShownMonth = { readonly period: Period; readonly tally: Tally; readonly rate: Rate };

export type ShownField = { readonly fieldId: number; readonly name: string; readonly tally: Tally };
