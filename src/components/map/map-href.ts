import type { ResolvedView } from "@/components/filters/resolved-view";
import { type RankingLevel, viewToParams } from "@/lib/filters";

/** With the shapes that were imported, or as equal tiles. */
export const MAP_MODES = ["shapes", "tiles"] as const;
export type MapMode = (typeof MAP_MODES)[number];

/** The map of the units of one level below a unit, keeping the view. */
export function mapHref(unitCode: string, level: RankingLevel, view: ResolvedView, mode: MapMode = "shapes"): string {
  const { from, to, formula, target } = view;
  const params = viewToParams({ unit: unitCode, level, from, to, formula, target });
  if (mode === "tiles") params.set("draw", mode);
  return `/map?${params}`;
}
