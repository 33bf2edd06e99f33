import type { NewViewPageProps } from "@/components/views/new-view-page";
import { canShareViews } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { parseView } from "@/lib/filters";
import { dayOf } from "@/lib/sla";
import { parseViewAddress, toSearchParams, writeViewAddress } from "@/lib/view-address";
import { requireUnit, requireUnitByCode } from "@/server/access/scope";
import { now } from "@/server/clock";
import { getDataStatus } from "@/server/queries/get-data-status";

/** What the form says of the address that is to be kept; null for one that cannot be. Throws `notFound`. */
export async function loadNewView(
  viewer: Viewer,
  address: string,
): Promise<Omit<NewViewPageProps, "name" | "message" | "save"> | null> {
  const view = parseViewAddress(address);
  if (view === null) return null;
  const { asOf, zone } = await getDataStatus(viewer);
  const today = asOf ?? dayOf(now(), zone);
  const { from, to } = parseView(toSearchParams(view.params));
  const unit =
    view.unit === null
      ? null
      : "id" in view.unit
        ? await requireUnit(viewer, view.unit.id)
        : await requireUnitByCode(viewer, view.unit.code, to ?? today);
  return {
    address: writeViewAddress({ ...view, unit, ownUnitId: viewer.unitId }),
    page: view.page,
    unit: unit === null ? null : { name: unit.name, isOwn: unit.id === viewer.unitId },
    from,
    to,
    asOf: today,
    canShare: canShareViews(viewer.role),
  };
}
