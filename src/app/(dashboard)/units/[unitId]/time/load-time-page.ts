import type { TimePageProps } from "@/components/units/time-page";
import type { Viewer } from "@/lib/access/viewer";
import type { View } from "@/lib/filters";
import { getDataQuality } from "@/server/queries/get-data-quality";
import { getStepTimes } from "@/server/queries/get-step-times";
import { getTimeSpent } from "@/server/queries/get-time-spent";
import { loadUnitFrame } from "../load-unit-frame";

/** Where the time of a unit's dossiers goes. Throws `notFound`. */
export async function loadTimePage(viewer: Viewer, unitId: number, params: View): Promise<TimePageProps> {
  const frame = await loadUnitFrame(viewer, unitId, params);
  const { from, to } = frame.view;
  const [time, steps, quality] = await Promise.all([
    getTimeSpent(viewer, { unitId, from, to }),
    getStepTimes(viewer, { unitId, from, to }),
    getDataQuality(viewer, { unitId, from, to, level: "commune" }),
  ]);
  return { frame, time, steps, promises: quality.total.counts };
}
