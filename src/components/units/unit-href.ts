import type { ResolvedView } from "@/components/filters/resolved-view";
import { viewToParams } from "@/lib/filters";

/** A unit's page, keeping the view. */
export function unitHref(unitId: number, { from, to, formula, target }: ResolvedView): string {
  return `/units/${unitId}?${viewToParams({ from, to, formula, target })}`;
}
