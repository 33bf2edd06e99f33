import { parseView, readTarget, type SearchParams, targetToParam, type View, viewToParams } from "./filters";
import type { TargetRule } from "./sla";

/** What a home shows, always of the reader's own unit. */
export type HomeView = Pick<View, "from" | "to" | "formula"> & {
  /** Null: the one that is ordered for the unit. */
  readonly target: TargetRule | null;
};

export function parseHomeView(params: SearchParams): HomeView {
  const { from, to, formula } = parseView(params);
  return { from, to, formula, target: readTarget(params) };
}

/** The inverse of `parseHomeView`: a chosen target is always told, even where it is everybody's default. */
export function homeViewToParams({ from, to, formula, target }: HomeView): URLSearchParams {
  const params = viewToParams({ from, to, formula });
  if (target !== null) params.set("target", targetToParam(target));
  return params;
}
