import { loadQualityPage } from "@/app/(dashboard)/quality/load-quality-page";
import { loadRankingPage } from "@/app/(dashboard)/ranking/load-ranking-page";
import { resolvePeriod } from "@/app/(dashboard)/resolve-view";
import { readId } from "@/app/api/read-id";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { parseDossierFilter, parseView, type SearchParams } from "@/lib/filters";
import { parseRankingChoice } from "@/lib/ranking-choice";
import type { ReportKind } from "@/lib/reports";
import { CHANNEL_NAMES } from "@/lib/strings/classes";
import { DOSSIERS, shownOffice } from "@/lib/strings/dossiers";
import { officerName } from "@/lib/strings/unit-parts";
import { parseCutNarrowing, type UnitCut } from "@/lib/unit-cuts";
import { AppError } from "@/server/errors";
import { recordExport } from "@/server/mutations/record-export";
import { getAggregateFields } from "@/server/queries/get-aggregate-fields";
import { getAggregates } from "@/server/queries/get-aggregates";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getImport } from "@/server/queries/get-import";
import { getTalliesByCut } from "@/server/queries/get-tallies-by-cut";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { getTrend } from "@/server/queries/get-trend";
import { listImportProblems } from "@/server/queries/list-import-problems";
import { listImports } from "@/server/queries/list-imports";
import { nameNarrowing } from "@/server/queries/name-narrowing";
import { streamDossierList } from "@/server/queries/stream-dossier-list";
import { streamImportProblems } from "@/server/queries/stream-import-problems";
import { streamPreviewChanges } from "@/server/queries/stream-preview-changes";
import { buildChangesReport } from "@/server/reports/build-changes-report";
import { buildCutReport } from "@/server/reports/build-cut-report";
import { buildDossiersReport } from "@/server/reports/build-dossiers-report";
import { buildFieldsReport } from "@/server/reports/build-fields-report";
import { buildImportsReport } from "@/server/reports/build-imports-report";
import { buildProblemsReport } from "@/server/reports/build-problems-report";
import { buildQualityReport } from "@/server/reports/build-quality-report";
import { buildRankingReport } from "@/server/reports/build-ranking-report";
import { buildTrendReport } from "@/server/reports/build-trend-report";
import { MOST_TABLES, rankingTables } from "@/server/reports/ranking-tables";
import type { Report } from "@/server/reports/report";
import { BRIEF_REPORT_LOADERS } from "./load-brief-report";
import { INSIGHT_REPORT_LOADERS } from "./load-insight-report";
import { PART_REPORT_LOADERS } from "./load-part-report";
import { loadUnitView } from "./load-unit-view";

const MONTHS = 12;

type Loader = (viewer: Viewer, params: SearchParams) => Promise<Report>;

/** Each table from the queries of its page, with the parameters of its page. Throws `notFound`. */
export const REPORT_LOADERS: Readonly<Record<ReportKind, Loader>> = {
  ranking: async (viewer, params) => {
    const choice = parseRankingChoice(params);
    const { ranking, chosen, status, readings } = await loadRankingPage(viewer, parseView(params), choice);
    const rows = [...chosen.shown, ...chosen.untouched];
    const tables = await rankingTables(viewer, ranking);
    return buildRankingReport({ ...ranking, rows }, status, { readings: readings.ranks, tables });
  },
  quality: async (viewer, params) => {
    const { quality, status } = await loadQualityPage(viewer, parseView(params));
    return buildQualityReport(quality, status);
  },
  fields: async (viewer, params) => {
    const { unitId, view, period, status, unit } = await loadUnitView(viewer, params);
    const [fields, { rows: tables }, forms] = await Promise.all([
      getTalliesByField(viewer, { unitId, ...period }),
      getAggregates(viewer, { unitId, level: null, ...period, most: MOST_TABLES }),
      getAggregateFields(viewer, { unitId, ...period }),
    ]);
    return buildFieldsReport({ unitName: unit.name, ...view, period, fields, tables, forms }, status);
  },
  procedures: (viewer, params) => loadCut(viewer, params, "procedures"),
  channels: (viewer, params) => loadCut(viewer, params, "channels"),
  officers: async (viewer, params) => {
    const report = await loadCut(viewer, params, "officers");
    const unitId = parseDossierFilter(params).unitId ?? viewer.unitId;
    await recordExport(viewer, { subject: report.fileName, unitId, rows: report.rowCount });
    return report;
  },
  trend: async (viewer, params) => {
    const { unitId, view, status, unit } = await loadUnitView(viewer, params);
    const months = await getTrend(viewer, { unitId, to: view.to, months: MONTHS, formula: view.formula });
    return buildTrendReport({ unitName: unit.name, months, formula: view.formula, target: view.target }, status);
  },
  ...INSIGHT_REPORT_LOADERS,
  ...PART_REPORT_LOADERS,
  ...BRIEF_REPORT_LOADERS,
  dossiers: loadDossiers,
  imports: async (viewer) => buildImportsReport(await listImports(viewer), await getDataStatus(viewer)),
  problems: async (viewer, params) => {
    const batchId = readId(String(params.batchId ?? ""));
    if (batchId === null) throw new AppError("notFound", { what: "import" });
    const [batch, { total }, status] = await Promise.all([
      getImport(viewer, batchId),
      listImportProblems(viewer, batchId, { page: 1 }),
      getDataStatus(viewer),
    ]);
    const rows = streamImportProblems(viewer, batchId);
    return buildProblemsReport({ batchId, fileName: batch.fileName, total, rows }, status);
  },
  changes: async (viewer, params) => {
    const batchId = readId(String(params.batchId ?? ""));
    if (batchId === null) throw new AppError("notFound", { what: "import" });
    const [{ fileName }, changes, status] = await Promise.all([
      getImport(viewer, batchId),
      streamPreviewChanges(viewer, batchId),
      getDataStatus(viewer),
    ]);
    const report = buildChangesReport({ ...changes, batchId, fileName }, status);
    if (canSeeOfficers(viewer.role)) {
      await recordExport(viewer, { subject: report.fileName, unitId: viewer.unitId, rows: changes.total });
    }
    return report;
  },
};

async function loadCut(viewer: Viewer, params: SearchParams, cut: UnitCut): Promise<Report> {
  const { unitId, view, period, status, unit } = await loadUnitView(viewer, params);
  const narrowing = parseCutNarrowing(params);
  const [rows, names] = await Promise.all([
    getTalliesByCut(viewer, { unitId, ...period, cut, ...narrowing }),
    nameNarrowing(viewer, narrowing),
  ]);
  const further = [names.procedure, names.field].filter((name) => name !== null);
  return buildCutReport({ unitName: unit.name, ...view, period, cut, rows, further }, status);
}

async function loadDossiers(viewer: Viewer, params: SearchParams): Promise<Report> {
  const status = await getDataStatus(viewer);
  const draft = parseDossierFilter(params);
  const filter = { ...draft, unitId: draft.unitId ?? viewer.unitId, ...resolvePeriod(draft, status) };
  const withOfficers = params.officers === "1";
  const [list, fields] = await Promise.all([
    streamDossierList(viewer, { ...filter, withOfficers }),
    filter.fieldId === null ? [] : getTalliesByField(viewer, filter),
  ]);
  const further = [
    fields.find(({ fieldId }) => fieldId === filter.fieldId)?.name,
    filter.channel === null ? undefined : CHANNEL_NAMES[filter.channel],
    filter.officer ? officerName(filter.officer) : undefined,
    shownOffice(filter),
    filter.restOf === null ? undefined : DOSSIERS.restOnly,
  ].filter((part) => part !== undefined);
  const report = buildDossiersReport({ list, measure: filter.measure, withOfficers, further }, status);
  if (withOfficers || filter.officer) {
    await recordExport(viewer, { subject: report.fileName, unitId: filter.unitId, rows: list.total });
  }
  return report;
}
