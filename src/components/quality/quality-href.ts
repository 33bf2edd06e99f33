import { type RankingLevel, viewToParams } from "@/lib/filters";
import type { Period } from "@/lib/period";

/** The checks on the units of a level below a unit; the unit's own default level when null. */
export function qualityHref(unitCode: string, level: RankingLevel | null, { from, to }: Period): string {
  return `/quality?${viewToParams({ unit: unitCode, level, from, to })}`;
}
