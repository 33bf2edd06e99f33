import type { ForecastPageProps } from "@/components/units/forecast-page";
import type { Viewer } from "@/lib/access/viewer";
import type { View } from "@/lib/filters";
import { MONTHS_OF_LIVES } from "@/lib/insight/late-chances";
import { getMonthForecast } from "@/server/queries/get-month-forecast";
import { loadUnitFrame } from "../load-unit-frame";

/** What a unit's month will end with; none for a period that ends before the newest day of the data. Throws `notFound`. */
export async function loadForecastPage(viewer: Viewer, unitId: number, params: View): Promise<ForecastPageProps> {
  const frame = await loadUnitFrame(viewer, unitId, params);
  const { view, status } = frame;
  if (status.asOf === null) return { frame, forecast: { kind: "none", why: "noData" } };
  if (view.to < status.asOf) return { frame, forecast: { kind: "none", why: "past" } };
  const forecast = await getMonthForecast(viewer, unitId);
  if (forecast === null) return { frame, forecast: { kind: "none", why: "noData" } };
  return { frame, forecast: { kind: "shown", ...forecast, experience: MONTHS_OF_LIVES } };
}
