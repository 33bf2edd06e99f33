import type { ResolvedView } from "@/components/filters/resolved-view";
import { type RankingLevel, viewToParams } from "@/lib/filters";

/** The comparison of the units of one level below a unit, keeping the view. */
export function compareHref(unitCode: string, level: RankingLevel, view: ResolvedView): string {
  const { from, to, formula, target } = view;
  return `/compare?${viewToParams({ unit: unitCode, level, from, to, formula, target })}`;
}
