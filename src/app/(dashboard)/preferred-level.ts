import type { RankingLevel } from "@/lib/filters";

const PREFERENCE: readonly RankingLevel[] = ["district", "commune", "department", "division"];

/** The level by which a unit is usually compared; null when nothing lies below it. */
export function preferredLevel(levels: readonly RankingLevel[]): RankingLevel | null {
  return PREFERENCE.find((level) => levels.includes(level)) ?? null;
}
