import { loadHome } from "@/app/(dashboard)/home/load-home";
import { loadForecastPage } from "@/app/(dashboard)/units/[unitId]/forecast/load-forecast-page";
import { readId } from "@/app/api/read-id";
import type { Viewer } from "@/lib/access/viewer";
import { parseView, type SearchParams } from "@/lib/filters";
import { parseHomeView } from "@/lib/home-view";
import type { BRIEF_REPORTS } from "@/lib/reports";
import { addTallies, emptyTally } from "@/lib/sla";
import { AppError } from "@/server/errors";
import { getCalendar } from "@/server/queries/get-calendar";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getImport } from "@/server/queries/get-import";
import { getOverdueAges } from "@/server/queries/get-overdue-ages";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { listSourceMappings } from "@/server/queries/list-source-mappings";
import { buildAgesReport } from "@/server/reports/build-ages-report";
import { buildBalanceReport } from "@/server/reports/build-balance-report";
import { buildCountsReport } from "@/server/reports/build-counts-report";
import { buildEditionsReport } from "@/server/reports/build-editions-report";
import { buildMappingsReport } from "@/server/reports/build-mappings-report";
import { buildOutlookReport } from "@/server/reports/build-outlook-report";
import { buildRecoveryReport } from "@/server/reports/build-recovery-report";
import { buildSourcesReport } from "@/server/reports/build-sources-report";
import type { Report } from "@/server/reports/report";
import { loadUnitView } from "./load-unit-view";

type Loader = (viewer: Viewer, params: SearchParams) => Promise<Report>;

/** The tables of a few lines, from what their pages load. Throws `notFound`. */
export const BRIEF_REPORT_LOADERS: Readonly<Record<(typeof BRIEF_REPORTS)[number], Loader>> = {
  balance: async (viewer, params) => {
    const { unitId, unit, view, period, status } = await loadUnitView(viewer, params);
    const fields = await getTalliesByField(viewer, { unitId, ...period });
    const total = fields.map(({ tally }) => tally).reduce(addTallies, emptyTally());
    const { formula, target } = view;
    return buildBalanceReport({ unitName: unit.name, period, formula, target, total }, status);
  },
  ages: async (viewer, params) => {
    const { unitId, unit, period, status } = await loadUnitView(viewer, params);
    const ages = await getOverdueAges(viewer, { unitId, ...period });
    return buildAgesReport({ unitName: unit.name, period, ages }, status);
  },
  recovery: async (viewer, params) => {
    const home = await loadHome(viewer, parseHomeView(params));
    if (home.kind !== "district" || home.props.recovery === null) throw new AppError("notFound", { what: "report" });
    const { unit, view, recovery } = home.props;
    const { from, to, formula, target } = view;
    const rated = { unitName: unit.name, period: { from, to }, formula, target };
    return buildRecoveryReport({ ...rated, ...recovery }, await getDataStatus(viewer));
  },
  outlook: async (viewer, params) => {
    const { unitId, unit, view, status } = await loadUnitView(viewer, params);
    const { forecast } = await loadForecastPage(viewer, unitId, parseView(params));
    if (forecast.kind === "none") throw new AppError("notFound", { what: "report" });
    const { experience } = forecast;
    return buildOutlookReport({ unitName: unit.name, target: view.target, forecast, experience }, status);
  },
  sources: async (viewer) => buildSourcesReport(await getDataStatus(viewer)),
  counts: async (viewer, params) => {
    const batchId = readId(String(params.batchId ?? ""));
    if (batchId === null) throw new AppError("notFound", { what: "import" });
    return buildCountsReport(await getImport(viewer, batchId), await getDataStatus(viewer));
  },
  mappings: async (viewer) => buildMappingsReport(await listSourceMappings(viewer), await getDataStatus(viewer)),
  editions: async (viewer) => buildEditionsReport(await getCalendar(viewer), await getDataStatus(viewer)),
};
