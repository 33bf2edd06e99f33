import type { ControlPageProps } from "@/components/units/control-page";
import type { Viewer } from "@/lib/access/viewer";
import type { View } from "@/lib/filters";
import { getTrend } from "@/server/queries/get-trend";
import { loadUnitFrame } from "../load-unit-frame";

/** What is usual is told by at most this many months. */
const MONTHS = 24;

/** A unit's own months up to the end of the view's period. Throws `notFound`. */
export async function loadControlPage(viewer: Viewer, unitId: number, params: View): Promise<ControlPageProps> {
  const frame = await loadUnitFrame(viewer, unitId, params);
  const { to, formula } = frame.view;
  const months = await getTrend(viewer, { unitId, to, months: MONTHS, formula });
  const first = months.findIndex(({ rate }) => rate !== null);
  return { frame, months: first < 0 ? [] : months.slice(first) };
}
