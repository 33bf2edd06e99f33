import { loadComparePage } from "@/app/(dashboard)/compare/load-compare-page";
import { loadHome } from "@/app/(dashboard)/home/load-home";
import type { InspectorHomeProps } from "@/components/home/inspector-home";
import type { ProvinceHomeProps } from "@/components/home/province-home";
import type { HomeBase } from "@/components/home/types";
import type { Viewer } from "@/lib/access/viewer";
import { parseView, type SearchParams } from "@/lib/filters";
import { parseHomeView } from "@/lib/home-view";
import { funnelOf } from "@/lib/insight/funnel";
import { moversOf } from "@/lib/insight/movers";
import { paretoOf } from "@/lib/insight/pareto";
import type { INSIGHT_REPORTS } from "@/lib/reports";
import { AppError } from "@/server/errors";
import { getDataStatus } from "@/server/queries/get-data-status";
import { buildEvidenceReport } from "@/server/reports/build-evidence-report";
import { buildFunnelReport } from "@/server/reports/build-funnel-report";
import { buildMonthsReport } from "@/server/reports/build-months-report";
import { buildMoversReport } from "@/server/reports/build-movers-report";
import { buildParetoReport } from "@/server/reports/build-pareto-report";
import { buildUsageReport } from "@/server/reports/build-usage-report";
import type { Report } from "@/server/reports/report";

type Loader = (viewer: Viewer, params: SearchParams) => Promise<Report>;

/** The tables of the homes and of the comparison, from what those pages load. Throws `notFound`. */
export const INSIGHT_REPORT_LOADERS: Readonly<Record<(typeof INSIGHT_REPORTS)[number], Loader>> = {
  pareto: async (viewer, params) => {
    const { handling, ranking, ...base } = await loadProvince(viewer, params);
    const pareto = paretoOf(handling, ({ tally }) => tally.late, ranking.total.tally.late);
    return buildParetoReport({ ...viewOf(base), pareto, units: handling.length }, await getDataStatus(viewer));
  },
  movers: async (viewer, params) => {
    const { ranking, movedFrom, before, ...base } = await loadProvince(viewer, params);
    const movers = moversOf(ranking.rows, movedFrom.rows, base.view.target);
    return buildMoversReport({ ...viewOf(base), movers, before: before.period }, await getDataStatus(viewer));
  },
  evidence: async (viewer, params) => {
    const { evidence, ...base } = await loadInspector(viewer, params);
    return buildEvidenceReport({ ...viewOf(base), evidence }, await getDataStatus(viewer));
  },
  usage: async (viewer, params) => {
    const { lowUsage, ...base } = await loadInspector(viewer, params);
    const { unitName, period } = viewOf(base);
    return buildUsageReport({ unitName, period, units: lowUsage }, await getDataStatus(viewer));
  },
  funnel: async (viewer, params) => {
    const { ranking } = await loadComparePage(viewer, parseView(params));
    const { unit, period, formula, target, rows } = ranking;
    const view = { unitName: unit.name, period, formula, target };
    return buildFunnelReport({ ...view, funnel: funnelOf(rows, target) }, await getDataStatus(viewer));
  },
  months: async (viewer, params) => {
    const { ranking, trends } = await loadComparePage(viewer, parseView(params));
    const { unit, period, formula, target } = ranking;
    const view = { unitName: unit.name, period, formula, target };
    return buildMonthsReport({ ...view, ...trends }, await getDataStatus(viewer));
  },
};

/** The reader's own home, where it is that of a province. */
async function loadProvince(viewer: Viewer, params: SearchParams): Promise<ProvinceHomeProps> {
  const home = await loadHome(viewer, parseHomeView(params));
  if (home.kind !== "province") throw new AppError("notFound", { what: "report" });
  return home.props;
}

async function loadInspector(viewer: Viewer, params: SearchParams): Promise<InspectorHomeProps> {
  const home = await loadHome(viewer, parseHomeView(params));
  if (home.kind !== "inspector") throw new AppError("notFound", { what: "report" });
  return home.props;
}

function viewOf({ unit, view }: Pick<HomeBase, "unit" | "view">) {
  const { from, to, formula, target } = view;
  return { unitName: unit.name, period: { from, to }, formula, target };
}
