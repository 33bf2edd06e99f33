import type { ResolvedView } from "@/components/filters/resolved-view";
import { viewToParams } from "@/lib/filters";
import type { UnitPart } from "@/lib/strings/unit-parts";
import { type CutNarrowing, cutNarrowingToParams, type UnitCut } from "@/lib/unit-cuts";

/** A unit's page, keeping the view. */
export function unitHref(unitId: number, view: ResolvedView): string {
  return unitPartHref(unitId, "overview", view);
}

/** Of a unit's table that is taken away. */
export function unitParams(unitId: number, { from, to, formula, target }: ResolvedView): URLSearchParams {
  const params = viewToParams({ from, to, formula, target });
  params.set("unitId", String(unitId));
  return params;
}

/** One of its pages. */
export function unitPartHref(unitId: number, part: UnitPart, { from, to, formula, target }: ResolvedView): string {
  return `${unitPartPath(unitId, part)}?${viewToParams({ from, to, formula, target })}`;
}

/** A cut of it, narrowed on the way down. */
export function unitCutHref(unitId: number, cut: UnitCut, view: ResolvedView, narrowing: CutNarrowing): string {
  const narrowed = new URLSearchParams(cutNarrowingToParams(narrowing)).toString();
  const href = unitPartHref(unitId, cut, view);
  return narrowed === "" ? href : `${href}&${narrowed}`;
}

export function unitPartPath(unitId: number, part: UnitPart): string {
  return part === "overview" ? `/units/${unitId}` : `/units/${unitId}/${part}`;
}
