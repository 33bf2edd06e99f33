import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { QualityCheck } from "@/lib/quality-checks";

export type ShownQualityRow = {
  readonly unitId: number | null;
  readonly name: string | null;
  readonly received: number;
  /** Null where the source does not tell what the check needs. */
  readonly counts: Readonly<Record<QualityCheck, number | null>>;
};

export type ShownQuality = {
  readonly unit: {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly level: RankingLevel | "province";
  };
  readonly level: RankingLevel;
  readonly period: Period;
  readonly rows: readonly ShownQualityRow[];
  readonly rest: ShownQualityRow | null;
  readonly total: ShownQualityRow;
};
