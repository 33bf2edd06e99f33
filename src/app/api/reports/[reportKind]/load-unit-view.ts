import { resolveView } from "@/app/(dashboard)/resolve-view";
import type { Viewer } from "@/lib/access/viewer";
import { parseDossierFilter, parseView, type SearchParams } from "@/lib/filters";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getUnit } from "@/server/queries/get-unit";

/** The unit that the parameters name, else the reader's own, and the view of it. Throws `notFound`. */
export async function loadUnitView(viewer: Viewer, params: SearchParams) {
  const status = await getDataStatus(viewer);
  const view = resolveView(parseView(params), status);
  const unitId = parseDossierFilter(params).unitId ?? viewer.unitId;
  const { unit } = await getUnit(viewer, unitId, view.to);
  return { unitId, unit, view, period: { from: view.from, to: view.to }, status };
}
