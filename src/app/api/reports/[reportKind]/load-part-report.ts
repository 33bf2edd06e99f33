import { shownYear } from "@/app/(dashboard)/calendar/shown-year";
import { loadControlPage } from "@/app/(dashboard)/units/[unitId]/control/load-control-page";
import { loadForecastPage } from "@/app/(dashboard)/units/[unitId]/forecast/load-forecast-page";
import type { Viewer } from "@/lib/access/viewer";
import { parseView, type SearchParams } from "@/lib/filters";
import type { PART_REPORTS } from "@/lib/reports";
import { AppError } from "@/server/errors";
import { getCalendar } from "@/server/queries/get-calendar";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getStepTimes } from "@/server/queries/get-step-times";
import { getTimeSpent } from "@/server/queries/get-time-spent";
import { buildCalendarReport } from "@/server/reports/build-calendar-report";
import { buildControlReport } from "@/server/reports/build-control-report";
import { buildForecastReport } from "@/server/reports/build-forecast-report";
import { buildStepsReport } from "@/server/reports/build-steps-report";
import { buildTimeReport } from "@/server/reports/build-time-report";
import type { Report } from "@/server/reports/report";
import { loadUnitView } from "./load-unit-view";

type Loader = (viewer: Viewer, params: SearchParams) => Promise<Report>;

/** The tables of a unit's further pages and of the calendar. Throws `notFound`. */
export const PART_REPORT_LOADERS: Readonly<Record<(typeof PART_REPORTS)[number], Loader>> = {
  control: async (viewer, params) => {
    const { unitId, unit, view, period, status } = await loadUnitView(viewer, params);
    const { months } = await loadControlPage(viewer, unitId, parseView(params));
    return buildControlReport({ unitName: unit.name, ...view, period, months }, status);
  },
  time: async (viewer, params) => {
    const { unitId, unit, period, status } = await loadUnitView(viewer, params);
    const time = await getTimeSpent(viewer, { unitId, ...period });
    return buildTimeReport({ unitName: unit.name, period, time }, status);
  },
  steps: async (viewer, params) => {
    const { unitId, unit, period, status } = await loadUnitView(viewer, params);
    const steps = await getStepTimes(viewer, { unitId, ...period });
    return buildStepsReport({ unitName: unit.name, period, steps }, status);
  },
  forecast: async (viewer, params) => {
    const { unitId, unit, view, status } = await loadUnitView(viewer, params);
    const { forecast } = await loadForecastPage(viewer, unitId, parseView(params));
    if (forecast.kind === "none") throw new AppError("notFound", { what: "report" });
    const { experience } = forecast;
    return buildForecastReport({ unitName: unit.name, target: view.target, forecast, experience }, status);
  },
  calendar: async (viewer, { year: written }) => {
    const [calendar, status] = await Promise.all([getCalendar(viewer), getDataStatus(viewer)]);
    const year = shownYear(written, calendar, status.asOf);
    if (year > calendar.lastYear) throw new AppError("notFound", { what: "report" });
    return buildCalendarReport(calendar, year, status);
  },
};
