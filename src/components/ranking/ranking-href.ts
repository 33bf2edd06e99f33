import type { ResolvedView } from "@/components/filters/resolved-view";
import { type RankingLevel, viewToParams } from "@/lib/filters";

/** The ranking of the units of one level below a unit, keeping the view. */
export function rankingHref(unitCode: string, level: RankingLevel, view: ResolvedView): string {
  const { from, to, formula, target } = view;
  return `/ranking?${viewToParams({ unit: unitCode, level, from, to, formula, target })}`;
}
