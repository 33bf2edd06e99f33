import type { Viewer } from "@/lib/access/viewer";
import { presetPeriod } from "@/lib/period";
import { type CalendarDay, dayOf } from "@/lib/sla";
import { writeViewAddress } from "@/lib/view-address";
import { now } from "@/server/clock";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getSavedView } from "@/server/queries/get-saved-view";
import { getUnit } from "@/server/queries/get-unit";

/** The address that a kept view is for this reader, on the as-of day of the newest data. Throws `notFound`. */
export async function openView(viewer: Viewer, viewId: number): Promise<string> {
  const [view, { asOf, zone }] = await Promise.all([getSavedView(viewer, viewId), getDataStatus(viewer)]);
  const today = asOf ?? dayOf(now(), zone);
  const params = new URLSearchParams(view.params);
  if (view.preset !== null) {
    const { from, to } = presetPeriod(view.preset, today);
    params.set("from", from);
    params.set("to", to);
  }
  if (view.unit === null && !(await hasLevel(viewer, params.get("level"), today))) params.delete("level");
  return writeViewAddress({ ...view, params, ownUnitId: viewer.unitId });
}

/** The owner's level may be above the reader, who then sees what lies next below. */
async function hasLevel(viewer: Viewer, level: string | null, on: CalendarDay): Promise<boolean> {
  if (level === null) return true;
  const { levelsBelow } = await getUnit(viewer, viewer.unitId, on);
  return levelsBelow.some((one) => one === level);
}
