import type { UnitFrameProps } from "@/components/units/unit-frame";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { View } from "@/lib/filters";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getUnit } from "@/server/queries/get-unit";
import { resolveView } from "../../resolve-view";

/** What every page of a unit stands in. Throws `notFound`. */
export async function loadUnitFrame(viewer: Viewer, unitId: number, params: View): Promise<UnitFrameProps> {
  const status = await getDataStatus(viewer);
  const view = resolveView(params, status);
  const { unit, ancestors } = await getUnit(viewer, unitId, view.to);
  return { unit, ancestors, view, status, canSeeOfficers: canSeeOfficers(viewer.role) };
}
