import type { ResolvedView } from "@/components/filters/resolved-view";
import { type RankingLevel, viewToParams } from "@/lib/filters";
import { type MapMode, mapModeToParams } from "@/lib/map-mode";

/** The map of the units of one level below a unit, keeping the view. */
export function mapHref(unitCode: string, level: RankingLevel, view: ResolvedView, mode: MapMode = "shapes"): string {
  const { from, to, formula, target } = view;
  const params = viewToParams({ unit: unitCode, level, from, to, formula, target });
  return `/map?${new URLSearchParams([...params, ...mapModeToParams(mode)])}`;
}
